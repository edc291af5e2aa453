package runners

import (
	"net/http"

	"github.com/sourcegraph/conc/iter"
)

// Row036: ForEach; the panic is the caller's again, where a server recovers it.
func Row036(http.ResponseWriter, *http.Request) {
	iter.ForEach([]int{1, 2}, func(*int) { boom() })
}
