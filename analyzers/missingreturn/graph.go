package missingreturn

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// function is one function declaration or literal that answers.
type function struct {
	node   ast.Node
	name   string // of the declaration that it is or is in
	typ    *ast.FuncType
	body   *ast.BlockStmt
	outer  []ast.Node // the functions around it, from the outside
	graph  *cfg.CFG
	known  map[*cfg.Block]known // at the start of each block that can be reached
	tags   map[ast.Stmt]*ast.SwitchStmt
	errors []*ast.CallExpr // the calls that answer with an error
	// middleware: a framework whose chain goes on by itself runs it before other
	// handlers.
	middleware bool
}

// analyse builds the graph of f and finds what is known at its blocks whatever
// the path to them.
func (v *visitor) analyse(f *function) {
	f.graph = cfg.New(f.body, v.mayReturn)
	f.tags = make(map[ast.Stmt]*ast.SwitchStmt)
	ast.Inspect(f.body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SwitchStmt); ok {
			for _, clause := range s.Body.List {
				f.tags[clause] = s
			}
		}
		return true
	})
	entry := f.graph.Blocks[0]
	f.known = map[*cfg.Block]known{entry: {}}
	work := []*cfg.Block{entry}
	for len(work) > 0 {
		block := work[0]
		work = work[1:]
		k := f.known[block]
		for _, n := range block.Nodes {
			k = v.passed(k, n)
		}
		for i, next := range block.Succs {
			edge, ok := v.along(f, k, block, i)
			if !ok {
				continue
			}
			old, reached := f.known[next]
			if reached {
				edge = meet(edge, old)
			}
			if !reached || len(edge) < len(old) {
				f.known[next] = edge
				work = append(work, next)
			}
		}
	}
}

// mayReturn reports whether a call can come back.
func (v *visitor) mayReturn(call *ast.CallExpr) bool {
	switch callee := typeutil.Callee(v.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		return callee.Name() != "panic"
	case *types.Func:
		if frameworks.NeverReturns(frameworks.FuncOf(callee)) || v.panics(callee) {
			return false
		}
	}
	if w, ok := v.response.Writer(call); ok && w.Exits || v.response.Certain(call).Exits {
		return false
	}
	_, ends := v.exits.Ends(call)
	return !ends
}

// panics reports whether fn, of this package, begins with panic and whatever
// precedes it without a branch.
func (v *visitor) panics(fn *types.Func) bool {
	decl := v.decls[fn.Origin()]
	if decl == nil || len(decl.Body.List) == 0 {
		return false
	}
	for _, s := range decl.Body.List {
		switch s := s.(type) {
		case *ast.ExprStmt:
			call, ok := ast.Unparen(s.X).(*ast.CallExpr)
			if b, isBuiltin := v.pass.TypesInfo.Uses[ident(call)].(*types.Builtin); ok && isBuiltin && b.Name() == "panic" {
				return true
			}
		case *ast.AssignStmt, *ast.DeclStmt:
		default:
			return false
		}
	}
	return false
}

func ident(call *ast.CallExpr) *ast.Ident {
	if call == nil {
		return nil
	}
	id, _ := ast.Unparen(call.Fun).(*ast.Ident)
	return id
}

// along returns what is known on the i-th edge out of a block at whose end k is
// known; ok is false if the edge cannot be taken.
func (v *visitor) along(f *function, k known, block *cfg.Block, i int) (edge known, ok bool) {
	if s, ok := block.Succs[i].Stmt.(*ast.RangeStmt); ok && block.Succs[i].Kind == cfg.KindRangeBody {
		return v.change(v.change(k, s.Key), s.Value), true
	}
	if len(block.Succs) != 2 {
		return k, true
	}
	cond := f.condition(block)
	if cond == nil {
		return k, true
	}
	taken := yes
	if i == 1 {
		taken = no
	}
	if holds := v.holds(k, cond); holds != "" && holds != taken {
		return nil, false
	}
	return v.assume(k, cond, taken), true
}

// condition returns the condition at the end of a block with two successors, or
// nil.
func (f *function) condition(block *cfg.Block) ast.Expr {
	then := block.Succs[0]
	switch s := then.Stmt.(type) {
	case *ast.IfStmt:
		if then.Kind == cfg.KindIfThen {
			return s.Cond
		}
	case *ast.ForStmt:
		if then.Kind == cfg.KindForBody {
			return s.Cond
		}
	case *ast.CaseClause:
		if then.Kind != cfg.KindSwitchCaseBody || len(block.Nodes) == 0 || f.tags[s] == nil {
			return nil // a type switch
		}
		e, ok := block.Nodes[len(block.Nodes)-1].(ast.Expr)
		if !ok {
			return nil
		}
		if tag := f.tags[s].Tag; tag != nil {
			return &ast.BinaryExpr{X: tag, OpPos: e.Pos(), Op: token.EQL, Y: e}
		}
		return e
	}
	return nil
}

// ends reports whether the function returns at the end of a block.
func (v *visitor) ends(block *cfg.Block) bool {
	if len(block.Succs) > 0 {
		return false
	}
	if block.Return() != nil || len(block.Nodes) == 0 {
		return true
	}
	stmt, ok := block.Nodes[len(block.Nodes)-1].(*ast.ExprStmt)
	if !ok {
		return true
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	return !ok || v.mayReturn(call)
}

// endCondition is condition, for blocks of any number of successors.
func (w *walk) endCondition(block *cfg.Block) ast.Expr {
	if len(block.Succs) != 2 {
		return nil
	}
	return w.f.condition(block)
}
