// Package silent starts goroutines that are no findings.
package silent

import (
	"container/list"
	"context"
	"encoding/hex"
	"log"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"example.com/thirdparty/safe"
	"github.com/gin-gonic/gin"
)

func send(to string) {
	var m map[string]int
	m[to] = 1
}

func recoverPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func recoverAs(name string) {
	if v := recover(); v != nil {
		log.Print(name, v)
	}
}

func guarded(to string) {
	defer recoverPanic()
	send(to)
}

type app struct {
	wg      sync.WaitGroup
	done    chan struct{}
	onPanic func()
	queue   chan func()
	count   atomic.Int64
	mu      sync.Mutex
	last    time.Time
}

func (a *app) recover() {
	if v := recover(); v != nil {
		a.count.Add(1)
	}
}

func (a *app) safely(f func()) {
	defer a.recover()
	f()
}

func okOwnRecover(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		send("")
	}()
}

func okHelper(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer recoverPanic()
		send("")
	}()
	go func() {
		defer recoverAs("send")
		send("")
	}()
	go func() {
		defer safe.Recover()
		send("")
	}()
	go func() {
		defer safe.Catch("send")()
		send("")
	}()
}

func okNamedFunctionRecovers(w http.ResponseWriter, r *http.Request) {
	go guarded("")
}

func (a *app) okMethodHelper(w http.ResponseWriter, r *http.Request) {
	a.wg.Add(1)
	go func() {
		defer a.wg.Done()
		defer a.recover()
		send("")
	}()
	go a.safely(func() { send("") })
	go func() {
		a.safely(func() { send("") })
	}()
}

// A worker that recovers every job.
func (a *app) okWorkerRecoversEachJob(jobs chan string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() {
			for j := range jobs {
				guarded(j)
			}
		}()
		go func() {
			for j := range jobs {
				func() {
					defer recoverPanic()
					send(j)
				}()
			}
		}()
	}
}

// Preparations before the defer are no finding.
func okPreparations(w http.ResponseWriter, r *http.Request) {
	go func() {
		id := r.Header.Get("X-Request-Id")
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), time.Second)
		defer cancel()
		defer recoverAs(id)
		_ = ctx
		send(id)
	}()
}

func okUnderACondition(debug bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() {
			if !debug {
				defer recoverPanic()
			}
			send("")
		}()
	}
}

// What the field holds is not known: it may recover.
func (a *app) okUnknownDefer(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer a.onPanic()
		send("")
	}()
}

func okRunnerThatRecovers(w http.ResponseWriter, r *http.Request) {
	safe.Go(func() { send("") })
}

// Channels, locks, timers, contexts and loggers do not panic in practice.
func (a *app) nopeNothingPanics(w http.ResponseWriter, r *http.Request) {
	errs := make(chan error, 1)
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	go func() {
		a.wg.Wait()
		close(a.done)
	}()
	go func() {
		select {
		case <-ctx.Done():
			slog.Info("gone", "err", ctx.Err())
		case <-time.After(time.Second):
			cancel()
		case errs <- nil:
		}
	}()
	go func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.last = time.Now()
		a.count.Add(1)
	}()
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for range t.C {
			log.Printf("%d goroutines", a.count.Load())
		}
	}()
	go func() { errs <- os.Remove("upload.tmp") }()
	go cancel()
	go a.tick()
}

func (a *app) tick() {
	a.count.Add(1)
	log.Print("tick")
}

// A map's read, an array's constant index, a range's own index: in range.
func nopeInRange(m map[string]int, list []string) http.HandlerFunc {
	var pair [2]int
	return func(w http.ResponseWriter, r *http.Request) {
		go func() {
			for i := range list {
				log.Print(list[i], m[list[i]], pair[1])
			}
			if s, ok := any(list).([]string); ok {
				log.Print(s)
			}
			switch v := any(pair).(type) {
			case error:
				log.Print(v.Error())
			}
		}()
	}
}

// Not on a request path.
func main() {
	go send("")
	srv := &http.Server{}
	go srv.ListenAndServe()
	go func() { log.Fatal(http.ListenAndServe(":8080", nil)) }()
	http.Handle("/", newHandler())
	time.AfterFunc(time.Second, func() { send("") })
}

// A constructor runs when routes are registered.
func newHandler() http.HandlerFunc {
	go send("")
	return func(w http.ResponseWriter, r *http.Request) {}
}

func routes(e *gin.Engine) {
	go send("")
	e.GET("/", func(c *gin.Context) { c.Status(200) })
}

// A function that is handed a request to send is a client's.
type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	go send(r.URL.Path)
	return t.next.RoundTrip(r)
}

// Nor is one that sends the request that it is given.
func post(c *http.Client, r *http.Request, out any) error {
	go send(r.URL.Path)
	resp, err := c.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Closures that call or return themselves.
func okRecursion(w http.ResponseWriter, r *http.Request) {
	var retry func(n int)
	retry = func(n int) {
		defer recoverPanic()
		if n > 0 {
			retry(n - 1)
		}
		send("")
	}
	go retry(3)
	var self func() func()
	self = func() func() { return self() }
	go func() {
		defer recoverPanic()
		defer self()()
		send("")
	}()
}

// A stored function is run later, and by whom is not known.
func (a *app) okStored(w http.ResponseWriter, r *http.Request) {
	a.queue <- func() { send("") }
}

// A client's helper: this package sends requests.
func sign(r *http.Request) {
	go send(r.URL.Path)
}

func okSuppressed(w http.ResponseWriter, r *http.Request) {
	//lint:ignore goroutinerecover send is known not to panic
	go send("")
}

// okTextAndNumbers: what the standard library does with text, numbers and
// containers panics when it is misused, and no recover is written for that.
func okTextAndNumbers(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		names := strings.Split(path, "/")
		slices.SortFunc(names, strings.Compare)
		log.Print(http.StatusText(len(names)), hex.EncodeToString([]byte(path)), list.New().Len())
	}()
}

// okSystemCall: a system call does not panic.
func okSystemCall(w http.ResponseWriter, r *http.Request) {
	go syscall.Exec("/bin/date", os.Args, os.Environ())
}

// okRemovesElement slices by the key of the range clause.
func okRemovesElement(w http.ResponseWriter, r *http.Request) {
	names, id := strings.Split(r.URL.Path, "/"), r.FormValue("id")
	go func() {
		for i, name := range names {
			if name == id {
				names = append(names[:i], names[i+1:]...)
				return
			}
		}
	}()
	go func() {
		for i, name := range names {
			if name == id {
				names = names[:i+1]
			}
		}
	}()
}

// byOtherIndex: a number that is not the range clause's may be any.
func byOtherIndex(w http.ResponseWriter, r *http.Request) {
	names := strings.Split(r.URL.Path, "/")
	go first(names, len(r.URL.Path)) // want `goroutine runs first and nothing recovers it`
	go pairs(names)                  // want `goroutine runs pairs and nothing recovers it`
}

func first(names []string, n int) { log.Print(names[:n]) }

func pairs(names []string) {
	for i := range names {
		log.Print(names[i : i+2])
	}
}

// okPanicsOnPurpose starts a goroutine for nothing else, as singleflight does.
func okPanicsOnPurpose(w http.ResponseWriter, r *http.Request) {
	if v := r.Context().Value("panic"); v != nil {
		go panic(v)
	}
}
