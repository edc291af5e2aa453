// Package forms holds the executed forms of recover. A function named recovers…
// has a deferred call that recovers; in one named fails… none does.
package forms

import (
	"errors"
	"log"
	"net/http"
	"reflect"
	"runtime"
	"sync"

	"example.com/thirdparty/safe"
)

func boom() { panic("boom") }

func helper() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func helperOfHelper() { helper() }

func helperArg(err *error) {
	if v := recover(); v != nil {
		*err = errors.New("panic")
	}
}

func generic[T any]() { _ = recover() }

func useValue(any) {}

func callsBack(f func()) { f() }

func installs() { defer func() { _ = recover() }() }

func factory(name string) func() {
	return func() { log.Print(name, recover()) }
}

type recT struct{ n int }

func (recT) value()    { _ = recover() }
func (*recT) pointer() { _ = recover() }
func (*recT) nothing() {}

type recoverer interface{ pointer() }

type locker interface{ nothing() }

type embedder struct{ *recT }

func recoversLiteral()     { defer func() { _ = recover() }(); boom() }
func recoversHelper()      { defer helper(); boom() }
func recoversHelperArg()   { var err error; defer helperArg(&err); boom() }
func recoversValueMethod() { var t recT; defer t.value(); boom() }
func recoversMethod()      { t := &recT{}; defer t.pointer(); boom() }
func recoversMethodExpr()  { defer (*recT).pointer(&recT{}); boom() }
func recoversMethodValue() { m := (&recT{}).pointer; defer m(); boom() }
func recoversInterface()   { var i recoverer = &recT{}; defer i.pointer(); boom() }
func recoversPromoted()    { e := embedder{&recT{}}; defer e.pointer(); boom() }
func recoversVariable()    { f := func() { _ = recover() }; defer f(); boom() }
func recoversGeneric()     { defer generic[int](); boom() }
func recoversFactory()     { defer factory("x")(); boom() }
func recoversDeferRecover() {
	defer func() {
		defer recover() //nolint:errcheck
	}()
	boom()
}
func recoversArgument() { defer func() { useValue(recover()) }(); boom() }
func recoversDeferredArgument() {
	defer func() { defer useValue(recover()) }()
	boom()
}
func recoversThirdParty()        { defer safe.Recover(); boom() }
func recoversThirdPartyFactory() { defer safe.Catch("x")(); boom() }
func recoversThirdPartyMethod()  { var c safe.Catcher; defer c.Catch(); boom() }
func recoversUnderCondition(debug bool) {
	defer func() {
		if !debug {
			_ = recover()
		}
	}()
	boom()
}

// chi's Recoverer and net/http itself end a request with this value.
func recoversAllButAbort() {
	defer func() {
		if v := recover(); v != nil {
			if v == http.ErrAbortHandler {
				panic(v)
			}
			log.Print(v)
		}
	}()
	boom()
}

func recoversAllButAbortIs() {
	defer func() {
		v := recover()
		if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(err)
		}
	}()
	boom()
}

func recoversSwitchAbort() {
	defer func() {
		switch v := recover(); v {
		case nil:
		case http.ErrAbortHandler:
			panic(v)
		default:
			log.Print(v)
		}
	}()
	boom()
}

func recoversNilCheck() {
	defer func() {
		if v := recover(); v == nil {
			panic("recover gave nil")
		}
	}()
	boom()
}

// A debug switch is not on in production.
func recoversUnlessDebug(debug bool) {
	defer func() {
		if v := recover(); v != nil {
			if debug {
				panic(v)
			}
			log.Print(v)
		}
	}()
	boom()
}

func failsBuiltin() {
	defer recover() //nolint:errcheck
	boom()
}
func failsHelperOfHelper()   { defer helperOfHelper(); boom() }
func failsHelperInLiteral()  { defer func() { helper() }(); boom() }
func failsArgument()         { defer useValue(recover()); boom() }
func failsNestedCall()       { defer func() { func() { _ = recover() }() }(); boom() }
func failsNestedDefer()      { defer func() { defer func() { _ = recover() }() }(); boom() }
func failsCallback()         { defer func() { callsBack(func() { _ = recover() }) }(); boom() }
func failsDeferCallback()    { defer callsBack(func() { _ = recover() }); boom() }
func failsOnceFunc()         { defer sync.OnceFunc(func() { _ = recover() })(); boom() }
func failsReflect()          { defer reflect.ValueOf(helper).Call(nil); boom() }
func failsInstalls()         { installs(); boom() }
func failsInner()            { func() { installs() }(); boom() }
func failsFactoryNotCalled() { defer factory("x"); boom() }
func failsRepanic() {
	defer func() {
		if v := recover(); v != nil {
			panic(v)
		}
	}()
	boom()
}
func failsRepanicWrapped() {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		log.Panicf("panic: %v", v)
	}()
	boom()
}
func failsRepanicOthers() {
	defer func() {
		v := recover()
		if _, ok := v.(string); v != nil && !ok {
			panic(v)
		}
	}()
	boom()
}
func failsRuntimeErrors() {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case runtime.Error:
			panic(v)
		default:
			log.Print(v)
		}
	}()
	boom()
}
func failsThirdPartyCrash()     { defer safe.HandleCrash(); boom() }
func failsThirdPartyInLiteral() { defer func() { safe.Recover() }(); boom() }
func failsNothingMethod()       { var l locker = &recT{}; defer l.nothing(); boom() }
func failsRecursiveLiteral() {
	var wrap func(n int) func()
	wrap = func(n int) func() {
		if n > 0 {
			return wrap(n - 1)
		}
		return func() {}
	}
	defer wrap(2)()
	boom()
}
func recoversRecursiveLiteral() {
	var wrap func(n int) func()
	wrap = func(n int) func() {
		if n > 0 {
			return wrap(n - 1)
		}
		return func() { _ = recover() }
	}
	defer wrap(2)()
	boom()
}
