package runners

import (
	"net/http"

	"github.com/sourcegraph/conc/pool"
)

// Row034: New().Go + Wait; the panic is the caller's again, where a server recovers it.
func Row034(http.ResponseWriter, *http.Request) {
	p := pool.New()
	p.Go(boom)
	p.Wait()
}

// Row035: New().WithErrors().Go + Wait; the panic is the caller's again, where a server recovers it.
func Row035(http.ResponseWriter, *http.Request) {
	p := pool.New().WithErrors()
	p.Go(boomErr)
	_ = p.Wait()
}
