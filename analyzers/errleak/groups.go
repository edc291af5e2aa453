package errleak

import (
	"fmt"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/errortext"
)

// cause is what leaks have in common that are mended in one place, and that are
// known to reach a client under the same conditions.
type cause struct {
	via             *types.Func
	carrier         *types.TypeName
	framework       string
	known, returned bool
}

// grouped returns the leaks in groups of one cause, those without one alone, in
// the order of each group's first.
func grouped(leaks []*errortext.Leak) (groups [][]*errortext.Leak) {
	index := make(map[cause]int)
	for _, l := range leaks {
		c := cause{l.Via, l.Carrier, l.Framework, l.Known, l.Returned}
		i, seen := index[c]
		if !seen || l.Via == nil {
			i = len(groups)
			groups = append(groups, nil)
			index[c] = i
		}
		groups[i] = append(groups[i], l)
	}
	return groups
}

// through returns the finding about leaks that one function makes the texts of: at
// its declaration, or at the first of them if another package declares it.
func (v *vet) through(leaks []*errortext.Leak) analysis.Diagnostic {
	fn := leaks[0].Via
	d := analysis.Diagnostic{Pos: leaks[0].Expr.Pos(), End: end(leaks[0].Expr), Category: kind(leaks[0])}
	for _, l := range leaks {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: l.Expr.Pos(), End: end(l.Expr), Message: callgraph.OneOfMany})
	}
	if fn.Pkg() == v.pass.Pkg {
		d.Pos, d.End = fn.Pos(), fn.Pos()+token.Pos(len(fn.Name()))
	}
	d.Message = v.causes(fn, strconv.Itoa(len(leaks)))
	return d
}

// causes says what fn does, which is given errors and makes texts of them, or sends
// them, at so many places.
func (v *vet) causes(fn *types.Func, count string) string {
	name := fn.Name()
	if fn.Pkg() != v.pass.Pkg {
		name = fn.Pkg().Name() + "." + name
	}
	if makesText(fn) {
		return fmt.Sprintf("%s returns the text of errors, and %s responses with a server error's status send it, so clients read internal details; log the error in it and return a constant text", name, count)
	}
	return fmt.Sprintf("%s sends the text of the errors that it is given, %s of them with a server error's status, so clients read internal details; log the error in it and send a constant text then", name, count)
}

// makesText reports whether fn returns a string.
func makesText(fn *types.Func) bool {
	for r := range fn.Signature().Results().Variables() {
		if b, ok := r.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return true
		}
	}
	return false
}
