package runners

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// Row027: (*Group).Go; the process ends.
func Row027(http.ResponseWriter, *http.Request) {
	g, _ := errgroup.WithContext(context.Background())
	g.Go(boomErr)
	_ = g.Wait()
}

// Row028: (*Group).TryGo; the process ends.
func Row028(http.ResponseWriter, *http.Request) {
	var g errgroup.Group
	g.TryGo(boomErr)
	_ = g.Wait()
}
