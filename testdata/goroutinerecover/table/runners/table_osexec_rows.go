package runners

import (
	"context"
	"net/http"
	"os/exec"
)

// Row015: Cmd.Cancel (runs in its own goroutine); the process ends.
func Row015(http.ResponseWriter, *http.Request) {
	ctx, cancel := context.WithCancel(context.Background())
	c := exec.CommandContext(ctx, "sleep", "5")
	c.Cancel = boomErr
	_ = c.Start()
	cancel()
	_ = c.Wait()
}
