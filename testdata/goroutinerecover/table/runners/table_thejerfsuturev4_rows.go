package runners

import (
	"context"
	"net/http"
	"time"

	suture "github.com/thejerf/suture/v4"
)

// Row057: (*Supervisor).Add service: recovered and restarted; the process goes on.
func Row057(http.ResponseWriter, *http.Request) {
	s := suture.NewSimple("s")
	s.Add(&svc{})
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	_ = s.Serve(ctx)
}
