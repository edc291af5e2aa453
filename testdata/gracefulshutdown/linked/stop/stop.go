package stop

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// OnSignal shuts a server down.
func OnSignal(srv *http.Server) {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt) // want `^signal.Notify does not name SIGTERM`
	<-sig
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
