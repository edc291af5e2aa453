package lifecycle

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/suppress"
)

// Program is the fact about a package: what it and the packages of its module
// below it do.
type Program struct {
	Gaps []Gap
	// Stops: something shuts a server down, or may.
	Stops bool
	// Closes: something closes a server, with the requests that are served.
	Closes bool
	// Terminates: something handles SIGTERM.
	Terminates bool
}

func (*Program) AFact() {}

// Gap is a place where something is missing unless another package of the
// program has it.
type Gap struct {
	Key     string // tells the place from all others
	Place   string // "package/file.go:12"
	Kind    GapKind
	Subject string // what starts the server, as the source has it
	Advice  string // what to write
	Advised string // the same for who reads it in another package
}

// OwnGap is a gap in the package itself.
type OwnGap struct {
	Gap
	Call *ast.CallExpr
	Also []*ast.CallExpr // further starts
}

// GapKind is what is missing.
type GapKind int

const (
	// NoStop is a server that is started. It is missing that something stops it.
	NoStop GapKind = iota + 1
	// NoTerminate is a wait for an interrupt by which a server is stopped. It is
	// missing that something waits for SIGTERM.
	NoTerminate
)

// Open returns the gaps of a program that stay open: what nothing in it does.
func (p *Program) Open(g *Gap) bool {
	switch g.Kind {
	case NoStop:
		return !p.Stops
	case NoTerminate:
		return p.Stops && !p.Terminates
	}
	return false
}

// below reads the facts of the imports.
func (r *Result) below() {
	for _, p := range r.pass.Pkg.Imports() {
		var f Program
		if frameworks.StandsIn(p.Path()) {
			r.Program.Stops = true
		}
		if !r.pass.ImportPackageFact(p, &f) {
			continue
		}
		r.Program.Terminates = r.Program.Terminates || f.Terminates
		if r.recovery.SameModule(p) { // what a library stops is its own
			r.Program.Stops = r.Program.Stops || f.Stops
			r.Program.Closes = r.Program.Closes || f.Closes
			r.Below[p] = f.Gaps
			r.add(f.Gaps...)
		}
	}
}

// maxGaps bounds a fact's size.
const maxGaps = 32

func (r *Result) add(gaps ...Gap) {
	for _, g := range gaps {
		if len(r.Program.Gaps) < maxGaps && !slices.ContainsFunc(r.Program.Gaps, func(o Gap) bool { return o.Key == g.Key }) {
			r.Program.Gaps = append(r.Program.Gaps, g)
		}
	}
}

// export exports what the package and those below it do.
func (r *Result) export() {
	f := r.Program
	if len(f.Gaps) > 0 || f.Stops || f.Closes || f.Terminates {
		r.pass.ExportPackageFact(&f)
	}
}

// gaps finds what is missing in the package unless another has it.
func (r *Result) gaps() {
	for _, s := range r.Stops {
		r.Program.Stops = r.Program.Stops || s.Gentle
		r.Program.Closes = r.Program.Closes || !s.Gentle
	}
	for _, s := range r.Signals {
		r.Program.Terminates = r.Program.Terminates || s.Terminate
	}
	if r.exempt() {
		return
	}
	var first *OwnGap // one finding for all servers of the package
	for _, s := range r.Starts {
		if !s.Own || r.dropped.Silent(s.Call.Pos()) || r.aside(s) {
			continue
		}
		suppressed := r.dropped.Suppressed(s.Call.Pos()) // then it speaks for itself only
		if first != nil && !suppressed {
			first.Also = append(first.Also, s.Call)
			continue
		}
		g := &OwnGap{Gap: Gap{Kind: NoStop, Subject: expr.Text(s.Call.Fun, s.Row.Name)}, Call: s.Call}
		g.Advice, g.Advised = r.advice(s)
		if !suppressed {
			first = g
		}
		r.Gaps = append(r.Gaps, g)
	}
	for _, s := range r.Signals {
		if s.Interrupt && !s.Terminate && len(r.Stops) > 0 && !r.dropped.Silent(s.Call.Pos()) {
			r.Gaps = append(r.Gaps, &OwnGap{Gap: Gap{Kind: NoTerminate, Subject: expr.Text(s.Call.Fun, "signal.Notify")}, Call: s.Call})
		}
	}
	for _, g := range r.Gaps {
		g.Key, g.Place = r.key(g.Call), r.recovery.Place(g.Call.Pos())
		if !r.dropped.Suppressed(g.Call.Pos()) {
			r.add(g.Gap)
		}
	}
}

// key tells the place of a call from all others.
func (r *Result) key(call *ast.CallExpr) string {
	p := suppress.Position(r.pass, call.Pos())
	return fmt.Sprintf("%s/%s:%d:%d", r.pass.Pkg.Path(), filepath.Base(p.Filename), p.Line, p.Column)
}

// advice says what to write so that the server is shut down.
func (r *Result) advice(s *Start) (here, elsewhere string) {
	recv := ""
	if x := receiver(s.Call); x != nil {
		recv = expr.Text(x, "")
		obj, _, _ := types.LookupFieldOrMethod(r.info.TypeOf(x), true, r.pass.Pkg, s.Row.Stop)
		if fn, ok := obj.(*types.Func); recv != "" && ok && frameworks.StopperOf(frameworks.FuncOf(fn)) == nil {
			recv += "." + s.Row.Recv // a method of its own hides that of the embedded server
		}
	}
	switch {
	case s.Row.Instead != "" && recv != "":
		return "call " + recv + "." + s.Row.Instead + " instead", "call " + s.Row.Instead + " there instead"
	case s.Row.Stop != "" && recv != "":
		return "call " + recv + "." + s.Row.Stop + " on SIGTERM", "call " + s.Row.Stop + " there on SIGTERM"
	case s.Row.Recv != "" && s.Row.Stop == "" && recv != "":
		return "serve " + recv + " with an http.Server and call its Shutdown on SIGTERM", "serve with an http.Server there and call its Shutdown on SIGTERM"
	case s.Row.Pkg == "net/http":
		return "use an http.Server and call its Shutdown on SIGTERM", "use an http.Server there and call its Shutdown on SIGTERM"
	}
	return "use a server that is shut down on SIGTERM", "use a server there that is shut down on SIGTERM"
}

// trials are elements of import paths whose programs are no services.
var trials = []string{"example", "examples", "_example", "_examples", "demo", "demos", "testdata", "test", "tests", "testing", "testutil", "e2e", "mock", "mocks", "integration", "benchmark", "benchmarks", "bench", "playground"}

// exempt reports whether the package is an example or a test's.
func (r *Result) exempt() bool { return IsTrial(r.pass.Pkg.Path()) }

// IsTrial reports whether an import path is one of examples, mocks or tests, whose
// programs are no services.
func IsTrial(path string) bool {
	elems := strings.Split(path, "/")
	return slices.ContainsFunc(elems[min(1, len(elems)-1):], func(e string) bool { return slices.Contains(trials, e) })
}

// aside reports whether a start is not the one of a service's server: it
// listens for the machine itself only, or serves metrics, profiles and health
// only, or something closes the listener.
func (r *Result) aside(s *Start) bool {
	if r.local(s) || r.closed(s) {
		return true
	}
	h := r.handler(s)
	if h == nil {
		return false
	}
	if r.info.Types[h].IsNil() {
		return r.imports("net/http/pprof", "expvar") && !r.handles()
	}
	return r.monitors(h)
}

// handles reports whether the package registers handlers with net/http itself.
func (r *Result) handles() bool {
	for c := range r.in.Root().Preorder((*ast.CallExpr)(nil)) {
		switch frameworks.FuncOf(r.callee(c.Node().(*ast.CallExpr))) {
		case frameworks.Func{Pkg: "net/http", Name: "Handle"}, frameworks.Func{Pkg: "net/http", Name: "HandleFunc"}:
			return true
		}
	}
	return false
}

func (r *Result) imports(paths ...string) bool {
	return slices.ContainsFunc(r.pass.Pkg.Imports(), func(p *types.Package) bool { return slices.Contains(paths, p.Path()) })
}

// local reports whether a server listens for the machine itself only.
func (r *Result) local(s *Start) bool {
	var addr ast.Expr
	switch {
	case s.Row.Addr >= 0 && s.Row.Addr < len(s.Call.Args):
		addr = s.Call.Args[s.Row.Addr]
	case s.Row.Listener >= 0 && s.Row.Listener < len(s.Call.Args):
		listen := r.listen(s.Call.Args[s.Row.Listener])
		if listen == nil || len(listen.Args) == 0 {
			return false
		}
		for _, a := range listen.Args {
			if text := r.text(a); text == "unix" || isLocal(text) {
				return true
			}
		}
		return false
	default:
		addr = r.serverField(s, "Addr")
	}
	return addr != nil && isLocal(r.text(addr))
}

// listen returns the call that makes a listener, nil if it is not seen.
func (r *Result) listen(e ast.Expr) *ast.CallExpr {
	for range 4 {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			v, _ := r.Value(e)
			if v == nil {
				return nil
			}
			e = v
			continue
		}
		return call
	}
	return nil
}

// serverField returns what a field of an http.Server or its like is set to
// where it is made; nil if that is not seen.
func (r *Result) serverField(s *Start, name string) ast.Expr {
	recv := receiver(s.Call)
	if recv == nil || s.Row.Recv == "" {
		return nil
	}
	lit := r.literal(recv)
	if lit == nil {
		return nil
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}

// text returns the constant text that e is, or begins with; "" if none.
func (r *Result) text(e ast.Expr) string {
	if v := r.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return r.text(x.X)
		}
	case *ast.CallExpr:
		switch frameworks.FuncOf(r.callee(x)) {
		case frameworks.Func{Pkg: "fmt", Name: "Sprintf"}, frameworks.Func{Pkg: "net", Name: "JoinHostPort"}:
			return r.text(x.Args[0])
		}
	case *ast.Ident:
		if v, i := r.Value(x); v != nil && i < 0 {
			return r.text(v)
		}
	}
	return ""
}

func isLocal(addr string) bool {
	for _, host := range []string{"localhost", "127.", "[::1]", "::1"} {
		if strings.HasPrefix(addr, host) {
			return true
		}
	}
	return false
}

// closed reports whether a server without a value of its own is stopped by its
// listener: something closes that, or it comes from elsewhere.
func (r *Result) closed(s *Start) bool {
	if s.Row.Stop != "" || s.Row.Listener < 0 || s.Row.Listener >= len(s.Call.Args) {
		return false
	}
	l := s.Call.Args[s.Row.Listener]
	id, ok := ast.Unparen(l).(*ast.Ident)
	if !ok {
		return r.listen(l) == nil
	}
	if r.listen(l) == nil {
		return true
	}
	obj := r.info.Uses[id]
	for c := range r.in.Root().Preorder((*ast.SelectorExpr)(nil)) {
		sel := c.Node().(*ast.SelectorExpr)
		x, ok := ast.Unparen(sel.X).(*ast.Ident)
		if !ok || sel.Sel.Name != "Close" || r.info.Uses[x] != obj {
			continue
		}
		if _, deferred := c.Parent().Parent().Node().(*ast.DeferStmt); !deferred {
			return true
		}
	}
	return false
}

// handler returns the handler of a start, nil if it is not seen: of frameworks it
// is what the start is a method of.
func (r *Result) handler(s *Start) ast.Expr {
	if s.Row.Pkg != "net/http" {
		return receiver(s.Call)
	}
	if s.Row.Recv == "" {
		if len(s.Call.Args) < 2 {
			return nil
		}
		if s.Row.Name == "ListenAndServeTLS" {
			return s.Call.Args[len(s.Call.Args)-1]
		}
		return s.Call.Args[1]
	}
	return r.serverField(s, "Handler")
}

// monitoring are the packages of handlers that tell of the process.
var monitoring = regexp.MustCompile(`^(github\.com/prometheus/|net/http/pprof$|expvar$|go\.opentelemetry\.io/)`)

// monitored are paths below which a server tells of the process.
var monitored = regexp.MustCompile(`^([A-Z]+ )?/(metrics|debug|pprof|health|healthz|ready|readyz|live|livez|liveness|readiness|status|ping|version|-)(/|$)`)

// monitors reports whether a handler tells of the process only: it is one of the
// monitoring packages, or a router all of whose routes are for that.
func (r *Result) monitors(h ast.Expr) bool {
	if r.tells(h) {
		return true
	}
	var routes, others int
	count := func(call *ast.CallExpr) {
		switch path := r.text(call.Args[0]); {
		case monitored.MatchString(path) || len(call.Args) > 1 && r.tells(call.Args[1]):
			routes++
		case strings.Contains(path, "/"):
			others++
		}
	}
	if call, ok := ast.Unparen(h).(*ast.CallExpr); ok {
		decl := r.decls[r.callee(call)]
		if decl == nil {
			return false
		}
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 {
				if recv := receiver(call); recv != nil && r.isRouter(recv) {
					count(call)
				}
				if fn := r.callee(call); fn != nil && r.decls[fn] != nil && r.decls[fn] != decl && slices.ContainsFunc(call.Args, r.isRouter) {
					others++ // it registers more
				}
			}
			return true
		})
		return routes > 0 && others == 0
	}
	obj := r.object(h)
	if obj == nil {
		return false
	}
	for c := range r.in.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		switch recv := receiver(call); {
		case len(call.Args) == 0:
		case recv != nil && r.object(recv) == obj:
			if frameworks.StarterOf(frameworks.FuncOf(r.callee(call))) == nil {
				count(call)
			}
		case slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return r.isRouter(a) && r.object(a) == obj }):
			if fn := r.callee(call); fn != nil && fn.Pkg() != nil && r.recovery.SameModule(fn.Pkg()) {
				others++ // it registers more
			}
		}
	}
	return routes > 0 && others == 0
}

// isRouter reports whether e is a router of a framework.
func (r *Result) isRouter(e ast.Expr) bool {
	t := r.info.TypeOf(e)
	if t == nil {
		return false
	}
	row, _ := frameworks.RouterOf(t)
	return row != nil
}

// tells reports whether an expression is a handler of one of the monitoring
// packages.
func (r *Result) tells(h ast.Expr) bool {
	found := false
	ast.Inspect(h, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj := r.info.Uses[id]
			found = found || obj != nil && obj.Pkg() != nil && monitoring.MatchString(obj.Pkg().Path())
		}
		return !found
	})
	return found
}

// serving are methods that servers have, and nothing else needs to have that is
// shut down with them.
var serving = []string{
	"ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS", "Listen", "Start", "StartTLS", "Run",
	"Shutdown", "ShutdownWithContext", "ShutdownWithTimeout", "GracefulStop", "Stop", "Close",
	"RegisterOnShutdown", "SetKeepAlivesEnabled",
}

// stopsUnseen reports whether fn may shut a server down although its source is
// not seen: it is a method of an interface that a server can be behind, or a
// function of another module, that is called so. Loggers and tracers, which are
// shut down as well, do not serve.
func (r *Result) stopsUnseen(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || fn.Name() == "RegisterOnShutdown" || frameworks.StopperOf(frameworks.FuncOf(fn)) != nil {
		return false
	}
	if name := strings.ToLower(fn.Name()); !strings.Contains(name, "shutdown") && !strings.Contains(name, "graceful") {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return !r.recovery.SameModule(fn.Pkg())
	}
	methods := types.NewMethodSet(recv.Type())
	if types.IsInterface(recv.Type()) {
		for m := range methods.Methods() {
			if !slices.Contains(serving, m.Obj().Name()) {
				return false
			}
		}
		return true
	}
	if r.recovery.SameModule(fn.Pkg()) {
		return false
	}
	for m := range methods.Methods() {
		if i := slices.Index(serving, m.Obj().Name()); i >= 0 && serving[i] != fn.Name() && i < slices.Index(serving, "Shutdown") {
			return true
		}
	}
	return false
}

// escapes reports whether a call hands a server to a function whose source is
// not seen and that is not of the server's own framework, or makes a library's
// own server of a handler.
func (r *Result) escapes(fn *types.Func, call *ast.CallExpr) bool {
	if fn == nil || fn.Pkg() == nil || r.recovery.SameModule(fn.Pkg()) {
		return false
	}
	if !frameworks.HasLifecycle(fn.Pkg().Path()) && slices.ContainsFunc(call.Args, r.isHandler) && makesServer(fn) {
		return true
	}
	for _, a := range call.Args {
		t := r.info.TypeOf(a)
		if t == nil || frameworks.TypeOf(t) != (frameworks.Type{Pkg: "net/http", Name: "Server"}) && frameworks.TypeOf(t) != (frameworks.Type{Pkg: "google.golang.org/grpc", Name: "Server"}) {
			continue
		}
		if fn.Pkg().Path() == "golang.org/x/net/http2" || registers(fn) {
			continue // http2.ConfigureServer, RegisterXServer
		}
		if frameworks.StarterOf(frameworks.FuncOf(fn)) == nil {
			return true
		}
	}
	return false
}

// isHandler reports whether e is a router, or something else that serves HTTP.
func (r *Result) isHandler(e ast.Expr) bool {
	t := r.info.TypeOf(e)
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, r.pass.Pkg, "ServeHTTP")
	_, isMethod := obj.(*types.Func)
	return isMethod || r.isRouter(e)
}

// makesServer reports whether a function returns something that is started and
// stopped.
func makesServer(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		methods := types.NewMethodSet(v.Type())
		var starts, stops bool
		for m := range methods.Methods() {
			i := slices.Index(serving, m.Obj().Name())
			starts = starts || i >= 0 && i < slices.Index(serving, "Shutdown")
			stops = stops || i >= slices.Index(serving, "Shutdown") && m.Obj().Name() != "Close"
		}
		if starts && stops {
			return true
		}
	}
	return false
}

// registers reports whether a function registers services with a gRPC server.
func registers(fn *types.Func) bool { return strings.HasPrefix(fn.Name(), "Register") }
