package processexit

import (
	"fmt"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/processexit"
)

// kind is the category of a finding.
func kind(e processexit.Ending) string {
	switch e.How {
	case frameworks.LogsFatal:
		return "fatal-log"
	case frameworks.EndsGoroutine:
		return "goexit"
	case frameworks.Kills:
		return "kill"
	default:
		return "exit"
	}
}

// ends is the message about a call that always ends the process, or the
// goroutine. reached says how the request gets there.
func ends(subject string, e processexit.Ending, reached, advice string) string {
	does, whom := "ends the process", " with every request in it"
	switch e.How {
	case frameworks.EndsGoroutine:
		does, whom = "ends the goroutine that serves the request", ", so that the response is never completed"
		advice = "return instead"
	case frameworks.Kills:
		does = "kills the process itself"
		advice = "shut the server down instead"
	}
	return fmt.Sprintf("%s %s%s%s%s; %s", subject, does, where(e), whom, reached, advice)
}

// calleeEnds is the message about a call that ends the process if there is an
// error.
func calleeEnds(subject string, e processexit.Ending, reached string) string {
	return fmt.Sprintf("%s ends the process%s with every request in it if it fails%s; return an error there", subject, where(e), reached)
}

// where says where in the function that is called the process ends.
func where(e processexit.Ending) string {
	if e.Place == "" {
		return ""
	}
	return fmt.Sprintf(" (%s in %s)", e.Call, e.Place)
}
