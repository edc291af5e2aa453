// Package boot hands functions to what runs them, which is where it is
// reported: one place, and the one to mend.
package boot

import (
	"os"
	"time"

	"example.com/fixtures/goroutinerecover/all/tasks"
	"example.com/thirdparty/safe"
)

func okReportedThere(p *tasks.Pool) {
	tasks.Every(time.Hour, clean)
	tasks.Now(clean)
	tasks.Again(func() { clean() })
	p.Go(func(int) { clean() })
	p.All(clean, clean)
	tasks.Map(os.Args, func(s string) { println(s[1:]) })
	p.Submit(clean)
}

func okRecovered() {
	tasks.Safely(clean)
	tasks.CreateSafely(clean)
	tasks.Configured(clean)
	tasks.OKSuppressed(clean)
}

// badOtherModule hands it to another module, whose code nobody here mends.
func badOtherModule() {
	safe.Unsafe(clean) // want `safe.Unsafe runs clean on a goroutine that nothing recovers \(safe/`
}

func clean() { println(os.Args[1]) }
