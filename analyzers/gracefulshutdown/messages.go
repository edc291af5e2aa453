package gracefulshutdown

import (
	"fmt"

	"github.com/prodvet/prodvet/internal/summary/lifecycle"
)

const cutOff = "so SIGTERM cuts off the requests in flight"

// noShutdown is the message about a server. closes says that something closes it,
// or another one.
func noShutdown(subject, advice string, closes bool) string {
	down := "shuts the server down"
	if closes {
		down += " other than by closing it"
	}
	return fmt.Sprintf("%s serves and nothing in the program %s, %s; %s", subject, down, cutOff, advice)
}

func noShutdownThere(subject string, g *lifecycle.Gap) string {
	return fmt.Sprintf("%s leads to a server (%s in %s) and nothing in the program shuts it down, %s; %s", subject, g.Subject, g.Place, cutOff, g.Advised)
}

func noTerminate(subject string) string {
	return fmt.Sprintf("%s does not name SIGTERM and nothing in the program waits for it, so whoever stops the container cuts off the requests in flight; add syscall.SIGTERM", subject)
}

func noTerminateThere(subject string, g *lifecycle.Gap) string {
	return fmt.Sprintf("%s leads to a shutdown on an interrupt (%s in %s) and nothing in the program waits for SIGTERM, so whoever stops the container cuts off the requests in flight; add syscall.SIGTERM there", subject, g.Subject, g.Place)
}

func unbounded(subject string) string {
	return subject + " is given a context that never ends, so one request that hangs keeps the process until it is killed; give it one with a timeout"
}

func unboundedMethod(subject, instead string) string {
	return fmt.Sprintf("%s waits for the requests without a bound, so one that hangs keeps the process until it is killed; call %s", subject, instead)
}

func ended(subject, context string, line int) string {
	return fmt.Sprintf("%s is given %s, which has ended by then (line %d), so it returns at once and the requests in flight are cut off; give it a context of its own with a timeout", subject, context, line)
}

func endedBySignal(subject, context string, line int) string {
	return fmt.Sprintf("%s is given %s, which the signal ends (line %d), so it returns at once and the requests in flight are cut off; give it a context of its own with a timeout", subject, context, line)
}

func early(start, stop, function, place string) string {
	return fmt.Sprintf("%s returns as soon as %s begins (%s) and %s goes on to its end, so the requests in flight are cut off; wait until %[2]s has returned", start, stop, place, function)
}

func closedFatal(exit, start, stop, place string) string {
	return fmt.Sprintf("%s ends the process as soon as %s begins (%s), since %s returns http.ErrServerClosed then, so the requests in flight are cut off; leave that error out", exit, stop, place, start)
}

func uncatchable(subject, name string, terminates bool) string {
	advice := "remove it"
	if !terminates {
		advice = "name syscall.SIGTERM, which stops a container"
	}
	return fmt.Sprintf("%s is given %s, which no process can handle, so it never arrives; %s", subject, name, advice)
}
