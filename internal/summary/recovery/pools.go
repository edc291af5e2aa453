package recovery

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
)

// pools are what workers of the package call without a recover: the channels of
// functions, and the fields with functions of what channels carry, each with
// the place where the worker is started.
type pools map[types.Object]string

// collectPools finds the workers: goroutines that receive a function, or a
// struct with one, and call it in their own frame.
func (r *Result) collectPools(in *inspector.Inspector) {
	r.pools = make(pools)
	for c := range in.Root().Preorder((*ast.GoStmt)(nil)) {
		g := c.Node().(*ast.GoStmt)
		body := r.bodyOf(g.Call.Fun)
		if body == nil || r.defersRecover(body) || r.dropped.Suppressed(g.Pos()) {
			continue
		}
		received := r.received(body)
		if len(received) == 0 {
			continue
		}
		ownNodes(body, func(n ast.Node) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return
			}
			switch f := ast.Unparen(call.Fun).(type) {
			case *ast.Ident: // job()
				if ch := received[r.info.Uses[f]]; ch != nil {
					r.pools[ch] = r.place(g.Pos())
				}
			case *ast.SelectorExpr: // job.Run()
				id, ok := ast.Unparen(f.X).(*ast.Ident)
				field, isVar := r.info.Uses[f.Sel].(*types.Var)
				if ok && isVar && received[r.info.Uses[id]] != nil {
					r.pools[field.Origin()] = r.place(g.Pos())
				}
			}
		})
	}
}

func (r *Result) bodyOf(f ast.Expr) *ast.BlockStmt {
	switch x := r.resolve(f).(type) {
	case *ast.FuncLit:
		return x.Body
	default:
		if fn := r.function(x); fn != nil && r.decls[fn.Origin()] != nil {
			return r.decls[fn.Origin()].Body
		}
	}
	return nil
}

// defersRecover reports whether a defer of the body recovers or may.
func (r *Result) defersRecover(body *ast.BlockStmt) bool {
	found := false
	ownNodes(body, func(n ast.Node) {
		if d, ok := n.(*ast.DeferStmt); ok && r.deferred(d.Call) != No {
			found = true
		}
	})
	return found
}

// received returns the variables of the body that are received from channels,
// with the channels.
func (r *Result) received(body *ast.BlockStmt) map[types.Object]types.Object {
	vars := make(map[types.Object]types.Object)
	add := func(lhs, ch ast.Expr) {
		if id, ok := lhs.(*ast.Ident); ok && r.info.ObjectOf(id) != nil {
			if obj := r.channel(ch); obj != nil {
				vars[r.info.ObjectOf(id)] = obj
			}
		}
	}
	ownNodes(body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) != 1 {
				return
			}
			if u, ok := ast.Unparen(n.Rhs[0]).(*ast.UnaryExpr); ok && u.Op == token.ARROW {
				add(n.Lhs[0], u.X)
			}
		case *ast.RangeStmt:
			if _, ok := r.info.TypeOf(n.X).Underlying().(*types.Chan); ok && n.Key != nil {
				add(n.Key, n.X)
			}
		}
	})
	return vars
}

// channel returns the variable or field that names a channel.
func (r *Result) channel(e ast.Expr) types.Object {
	if v := r.variable(e); v != nil {
		return v.Origin()
	}
	return nil
}

// variable returns the variable or field that e names, or nil.
func (r *Result) variable(e ast.Expr) *types.Var {
	return expr.Var(r.info, e)
}

// pooled returns the parameters that decl, which starts nothing itself, sends
// to workers: also from a goroutine of its own, and in a struct.
func (r *Result) pooled(fn *types.Func, decl *ast.FuncDecl) (all []Run) {
	if len(r.pools) == 0 {
		return nil
	}
	add := func(e ast.Expr, key types.Object) {
		place, ok := r.pools[key]
		p := r.param(e)
		if !ok || p == nil {
			return
		}
		for _, i := range indexes(fn, []*types.Var{p}) {
			all = append(all, Run{Param: i, Place: place, Pooled: true})
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		if !ok {
			return true
		}
		value := ast.Unparen(send.Value)
		if u, ok := value.(*ast.UnaryExpr); ok && u.Op == token.AND {
			value = ast.Unparen(u.X)
		}
		lit, ok := value.(*ast.CompositeLit)
		if !ok {
			if key := r.channel(send.Chan); key != nil {
				add(value, key)
			}
			return true
		}
		for i, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					add(kv.Value, r.info.Uses[id])
				}
			} else if s, ok := r.info.TypeOf(lit).Underlying().(*types.Struct); ok && i < s.NumFields() {
				add(e, s.Field(i).Origin())
			}
		}
		return true
	})
	return all
}
