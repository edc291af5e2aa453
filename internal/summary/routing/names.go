package routing

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// maxName bounds how much of an expression a message quotes.
const maxName = 60

// exprName returns e as the source has it, arguments and bodies left out.
func exprName(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return callName(e)
	case *ast.FuncLit:
		return "func literal"
	case *ast.CompositeLit:
		if e.Type == nil {
			return "{…}"
		}
		return types.ExprString(e.Type) + "{…}"
	case *ast.SelectorExpr:
		if _, ok := ast.Unparen(e.X).(*ast.CallExpr); ok {
			return exprName(e.X) + "." + e.Sel.Name
		}
		return shortExpr(e)
	default:
		return shortExpr(e)
	}
}

// shortExpr returns e as the source has it, or "…" if that is long.
func shortExpr(e ast.Expr) string {
	s := types.ExprString(e)
	if len(s) > maxName || strings.Contains(s, "\n") {
		return "…"
	}
	return s
}

// callName returns a call as the source has it, arguments left out.
func callName(call *ast.CallExpr) string {
	fun := ast.Unparen(call.Fun)
	name := ""
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if x, ok := ast.Unparen(sel.X).(*ast.CallExpr); ok {
			name = callName(x) + "." + sel.Sel.Name
		}
	}
	if name == "" {
		name = exprName(fun)
	}
	if len(call.Args) == 0 {
		return name + "()"
	}
	return name + "(…)"
}

// routeName returns `GET "/users"` for a call of a router's method.
func routeName(p *pkg, call *ast.CallExpr, m *frameworks.RouterMethod) string {
	if m.Pattern < 0 || m.Pattern >= len(call.Args) {
		return callName(call)
	}
	arg := call.Args[m.Pattern]
	if s, ok := p.constant(arg); ok {
		return m.Name + " " + strconv.Quote(s)
	}
	return m.Name + " " + exprName(arg)
}

// constant returns the string that e always is.
func (p *pkg) constant(e ast.Expr) (string, bool) {
	v := p.info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// deliberate reports whether the route is one that is put before the
// middleware on purpose: health, metrics, profiles, static files. The pattern's
// spelling is the only sign of most of them.
func (p *pkg) deliberate(call *ast.CallExpr, m *frameworks.RouterMethod) bool {
	if m.Pattern >= 0 && m.Pattern < len(call.Args) && p.deliberatePattern(call.Args[m.Pattern]) {
		return true
	}
	if m.Handlers < 0 {
		return true
	}
	for i, a := range call.Args {
		if i < m.Handlers {
			continue
		}
		found := false
		ast.Inspect(a, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if _, lit := n.(*ast.FuncLit); lit {
				return false
			}
			if ok {
				if obj := p.info.Uses[id]; obj != nil && obj.Pkg() != nil {
					found = found || isOperational(obj)
				}
			}
			return true
		})
		if found {
			return true
		}
	}
	return false
}

// isOperational reports whether obj is a function that serves metrics,
// profiles or files.
func isOperational(obj types.Object) bool {
	if _, ok := obj.(*types.Func); !ok {
		return false
	}
	switch obj.Pkg().Path() {
	case "net/http/pprof", "expvar", "github.com/prometheus/client_golang/prometheus/promhttp":
		return true
	case "net/http":
		return obj.Name() == "FileServer" || obj.Name() == "FileServerFS"
	}
	return false
}

// probes are the last elements of patterns that machines ask; trees are
// elements below which files, profiles or documentation are served.
var (
	probes = map[string]bool{
		"health": true, "healthz": true, "healthcheck": true, "health-check": true, "_health": true,
		"live": true, "livez": true, "liveness": true, "alive": true,
		"ready": true, "readyz": true, "readiness": true,
		"ping": true, "heartbeat": true, "up": true, "status": true, "version": true,
		"metrics": true, "favicon.ico": true, "robots.txt": true,
	}
	trees = map[string]bool{
		"debug": true, "pprof": true, "static": true, "assets": true, "swagger": true, "docs": true,
	}
)

func (p *pkg) deliberatePattern(e ast.Expr) bool {
	s, ok := p.constant(e)
	if !ok {
		// A base path in front: cfg.Base + "/healthz".
		b, isBinary := ast.Unparen(e).(*ast.BinaryExpr)
		return isBinary && p.deliberatePattern(b.Y)
	}
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:] // "GET /healthz"
	}
	elems := strings.Split(strings.ToLower(strings.Trim(s, "/")), "/")
	for _, e := range elems {
		if trees[strings.TrimSuffix(e, "*")] {
			return true
		}
	}
	return probes[elems[len(elems)-1]] && !strings.ContainsAny(s, ":{*") // not of one resource
}
