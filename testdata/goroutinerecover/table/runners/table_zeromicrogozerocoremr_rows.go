package runners

import (
	"net/http"

	"github.com/zeromicro/go-zero/core/mr"
)

// Row067: Finish: re-panics in the caller; the panic is the caller's again, where a server recovers it.
func Row067(http.ResponseWriter, *http.Request) {
	_ = mr.Finish(boomErr, boomErr)
}
