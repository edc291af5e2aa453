package runners

import (
	"net/http"

	"github.com/sourcegraph/conc/stream"
)

// Row037: (*Stream).Go; the panic is the caller's again, where a server recovers it.
func Row037(http.ResponseWriter, *http.Request) {
	s := stream.New()
	s.Go(func() stream.Callback { boom(); return nil })
	s.Wait()
}
