package runners

import (
	"net/http"

	"github.com/zeromicro/go-zero/core/threading"
)

// Row063: GoSafe; the process goes on.
func Row063(http.ResponseWriter, *http.Request) {
	threading.GoSafe(boom)
}

// Row064: (*RoutineGroup).Run; the process ends.
func Row064(http.ResponseWriter, *http.Request) {
	g := threading.NewRoutineGroup()
	g.Run(boom)
	g.Wait()
}

// Row065: (*RoutineGroup).RunSafe; the process goes on.
func Row065(http.ResponseWriter, *http.Request) {
	g := threading.NewRoutineGroup()
	g.RunSafe(boom)
	g.Wait()
}

// Row066: (*TaskRunner).Schedule; the process goes on.
func Row066(http.ResponseWriter, *http.Request) {
	r := threading.NewTaskRunner(1)
	r.Schedule(boom)
	r.Wait()
}
