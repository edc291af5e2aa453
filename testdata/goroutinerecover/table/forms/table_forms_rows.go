package forms

import (
	"net/http"
	"reflect"
	"runtime/debug"
	"sync"

	sentry "github.com/getsentry/sentry-go"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
)

// Row001: defer func() { recover() }(); recovers.
func Row001(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		boom()
	}()
}

// Row002: defer recover(); does not recover, the process ends.
func Row002(http.ResponseWriter, *http.Request) {
	go func() {
		defer recover()
		boom()
	}()
}

// Row003: defer helper() where helper calls recover directly; recovers.
func Row003(http.ResponseWriter, *http.Request) {
	go func() {
		defer helper()
		boom()
	}()
}

// Row004: defer helperOfHelper() where helper's helper calls recover; does not recover, the process ends.
func Row004(http.ResponseWriter, *http.Request) {
	go func() {
		defer helperOfHelper()
		boom()
	}()
}

// Row005: defer func() { helper() }(); does not recover, the process ends.
func Row005(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { helper() }()
		boom()
	}()
}

// Row006: defer helperArg(&err); recovers.
func Row006(http.ResponseWriter, *http.Request) {
	go func() {
		var err error
		defer helperArg(&err)
		boom()
	}()
}

// Row007: defer useValue(recover()): recover runs at the defer statement; does not recover, the process ends.
func Row007(http.ResponseWriter, *http.Request) {
	go func() {
		defer useValue(recover())
		boom()
	}()
}

// Row008: defer t.value() (method, value receiver); recovers.
func Row008(http.ResponseWriter, *http.Request) {
	go func() {
		var t recT
		defer t.value()
		boom()
	}()
}

// Row009: defer t.pointer() (method, pointer receiver); recovers.
func Row009(http.ResponseWriter, *http.Request) {
	go func() {
		t := &recT{}
		defer t.pointer()
		boom()
	}()
}

// Row010: defer (*T).pointer(t) (method expression); recovers.
func Row010(http.ResponseWriter, *http.Request) {
	go func() {
		defer (*recT).pointer(&recT{})
		boom()
	}()
}

// Row011: m := t.pointer; defer m() (method value); recovers.
func Row011(http.ResponseWriter, *http.Request) {
	go func() {
		m := (&recT{}).pointer
		defer m()
		boom()
	}()
}

// Row012: defer iface.pointer() (through an interface); recovers.
func Row012(http.ResponseWriter, *http.Request) {
	go func() {
		var i recoverer = &recT{}
		defer i.pointer()
		boom()
	}()
}

// Row013: defer e.pointer() (promoted from an embedded field); recovers.
func Row013(http.ResponseWriter, *http.Request) {
	go func() {
		e := embedder{&recT{}}
		defer e.pointer()
		boom()
	}()
}

// Row014: defer iface.pointer() with a promoted method (wrapper); recovers.
func Row014(http.ResponseWriter, *http.Request) {
	go func() {
		var i recoverer = embedder{&recT{}}
		defer i.pointer()
		boom()
	}()
}

// Row015: f := func() { recover() }; defer f() (closure variable); recovers.
func Row015(http.ResponseWriter, *http.Request) {
	go func() {
		f := func() { _ = recover() }
		defer f()
		boom()
	}()
}

// Row016: defer genericHelper[int](); recovers.
func Row016(http.ResponseWriter, *http.Request) {
	go func() {
		defer genericHelper[int]()
		boom()
	}()
}

// Row017: defer func() { func() { recover() }() }() (nested call); does not recover, the process ends.
func Row017(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { func() { _ = recover() }() }()
		boom()
	}()
}

// Row018: defer func() { defer func() { recover() }() }() (nested defer); does not recover, the process ends.
func Row018(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { defer func() { _ = recover() }() }()
		boom()
	}()
}

// Row019: defer func() { defer recover() }(); recovers.
func Row019(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { defer recover() }()
		boom()
	}()
}

// Row020: defer func() { callsBack(func() { recover() }) }(); does not recover, the process ends.
func Row020(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { callsBack(func() { _ = recover() }) }()
		boom()
	}()
}

// Row021: defer callsBack(func() { recover() }); does not recover, the process ends.
func Row021(http.ResponseWriter, *http.Request) {
	go func() {
		defer callsBack(func() { _ = recover() })
		boom()
	}()
}

// Row022: defer sync.OnceFunc(func() { recover() })(); does not recover, the process ends.
func Row022(http.ResponseWriter, *http.Request) {
	go func() {
		defer sync.OnceFunc(func() { _ = recover() })()
		boom()
	}()
}

// Row023: defer reflect.ValueOf(helper).Call(nil); does not recover, the process ends.
func Row023(http.ResponseWriter, *http.Request) {
	go func() {
		defer reflect.ValueOf(helper).Call(nil)
		boom()
	}()
}

// Row024: installs() that defers a recover in itself; does not recover, the process ends.
func Row024(http.ResponseWriter, *http.Request) {
	go func() {
		installs()
		boom()
	}()
}

// Row025: if cond { defer ... } with cond true; recovers.
func Row025(http.ResponseWriter, *http.Request) {
	go func() {
		if yes {
			defer func() { _ = recover() }()
		}
		boom()
	}()
}

// Row026: if cond { defer ... } with cond false; does not recover, the process ends.
func Row026(http.ResponseWriter, *http.Request) {
	go func() {
		if no {
			defer func() { _ = recover() }()
		}
		boom()
	}()
}

// Row027: defer in an inner block; recovers.
func Row027(http.ResponseWriter, *http.Request) {
	go func() {
		{
			defer func() { _ = recover() }()
		}
		boom()
	}()
}

// Row028: defer in a loop body that runs; recovers.
func Row028(http.ResponseWriter, *http.Request) {
	go func() {
		for range 2 {
			defer func() { _ = recover() }()
		}
		boom()
	}()
}

// Row029: defer in a loop body that runs zero times; does not recover, the process ends.
func Row029(http.ResponseWriter, *http.Request) {
	go func() {
		for range 0 {
			defer func() { _ = recover() }()
		}
		boom()
	}()
}

// Row030: defer inside a function literal called before the panic; does not recover, the process ends.
func Row030(http.ResponseWriter, *http.Request) {
	go func() {
		func() { defer func() { _ = recover() }() }()
		boom()
	}()
}

// Row031: defer after the statement that panics; does not recover, the process ends.
func Row031(http.ResponseWriter, *http.Request) {
	go func() {
		if yes {
			boom()
		}
		defer func() { _ = recover() }()
	}()
}

// Row032: two defers; the later one panics itself, the earlier recovers; recovers.
func Row032(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		defer boom()
	}()
}

// Row033: two defers; the earlier one panics itself after the later recovered; does not recover, the process
// ends.
func Row033(http.ResponseWriter, *http.Request) {
	go func() {
		defer boom()
		defer func() { _ = recover() }()
		boom()
	}()
}

// Row034: recover then panic again in the deferred function; does not recover, the process ends.
func Row034(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				panic(v)
			}
		}()
		boom()
	}()
}

// Row035: deferred function only recovers one type and re-panics the rest; does not recover, the process
// ends.
func Row035(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() {
			v := recover()
			if _, ok := v.(string); v != nil && !ok {
				panic(v)
			}
		}()
		boom()
	}()
}

// Row036: var f func(); defer f() (nil): panics at return; does not recover, the process ends.
func Row036(http.ResponseWriter, *http.Request) {
	go func() {
		var f func()
		defer f()
	}()
}

// Row037: panic(nil): recover gives *runtime.PanicNilError (Go 1.21+); recovers.
func Row037(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() {
			if v := recover(); v == nil {
				panic("recover gave nil")
			}
		}()
		panic(nil)
	}()
}

// Row038: nil map write; recovers.
func Row038(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		var m map[string]int
		m["a"] = 1
	}()
}

// Row039: nil pointer dereference; recovers.
func Row039(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		var p *recT
		p.n = 1
	}()
}

// Row040: a goroutine's panic is not seen by the starter's recover; does not recover, the process ends.
func Row040(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		done := make(chan struct{})
		go func() { defer close(done); boom() }()
		<-done
		select {}
	}()
}

// Row041: concurrent map writes (fatal error, not a panic); does not recover, the process ends.
func Row041(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		m := map[int]int{}
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				defer func() { _ = recover() }()
				for i := range 1000000 {
					m[i%7] = i
				}
			})
		}
		wg.Wait()
	}()
}

// Row042: stack overflow (fatal error); does not recover, the process ends.
func Row042(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		debug.SetMaxStack(1 << 20)
		overflow(0)
	}()
}

// Row043: unlock of unlocked mutex (fatal error); does not recover, the process ends.
func Row043(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		var mu sync.Mutex
		mu.Unlock()
	}()
}

// Row044: negative WaitGroup counter (a panic); recovers.
func Row044(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		var wg sync.WaitGroup
		wg.Done()
	}()
}

// Row045: close of closed channel; recovers.
func Row045(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		c := make(chan int)
		close(c)
		close(c)
	}()
}

// Row046: defer utilruntime.HandleCrash() (k8s): logs and panics again by default; does not recover, the
// process ends.
func Row046(http.ResponseWriter, *http.Request) {
	go func() {
		defer utilruntime.HandleCrash()
		boom()
	}()
}

// Row047: defer sentry.Recover(); recovers.
func Row047(http.ResponseWriter, *http.Request) {
	go func() {
		defer sentry.Recover()
		boom()
	}()
}

// Row048: defer func() { sentry.Recover() }(); does not recover, the process ends.
func Row048(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { sentry.Recover() }()
		boom()
	}()
}

// Row049: defer func() { if r := recover(); r != nil { sentry.CurrentHub().Recover(r) } }(); recovers.
func Row049(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				sentry.CurrentHub().Recover(r)
			}
		}()
		boom()
	}()
}

// Row050: defer func() { sentry.CurrentHub().Recover(nil) }(): does not call recover; does not recover, the
// process ends.
func Row050(http.ResponseWriter, *http.Request) {
	go func() {
		defer func() { sentry.CurrentHub().Recover(nil) }()
		boom()
	}()
}
