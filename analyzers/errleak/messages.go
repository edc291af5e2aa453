package errleak

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/internal/summary/errortext"
)

// kind is the category of a finding.
func kind(l *errortext.Leak) string {
	switch {
	case l.Kind == errortext.OfPanic:
		return "panic-value"
	case l.Kind == errortext.OfStack:
		return "stack"
	case l.Raw:
		return "error-value"
	}
	return "error-text"
}

// message says what leaks and where it comes from.
func message(l *errortext.Leak) string {
	subject, status := name(l.Expr)+" sends", " with status "+statuses(l.Status)
	if l.Returned {
		subject = fmt.Sprintf("return %s makes %s send", name(l.Expr), l.Framework)
	}
	switch kind(l) {
	case "panic-value":
		return fmt.Sprintf("%s what the panic says%s, so clients read internal details; log it and send a constant text", subject, status)
	case "stack":
		return fmt.Sprintf("%s the stack%s, so clients read how the service is built; log it and send a constant text", subject, status)
	case "error-value":
		return fmt.Sprintf("%s %s%s, so clients read the fields of whatever error that is, or nothing; log it and send a constant text", subject, what(l), status)
	}
	return fmt.Sprintf("%s %s%s, so clients read internal details; log it and send a constant text", subject, what(l), status)
}

// what names the text: err.Error() of store.Find.
func what(l *errortext.Leak) string {
	said := l.Said
	if said == "" || len(said) > 40 {
		said = "the text of an error"
	}
	if !l.Raw && token.IsIdentifier(said) {
		said = "the text of " + said
	}
	switch {
	case l.Param != nil && l.Fn != nil:
		return fmt.Sprintf("%s of any error that %s is given", said, l.Fn.Name())
	case l.Of != "" && len(l.Of) <= 60 && !strings.Contains(l.Of, "func("):
		return fmt.Sprintf("%s of %s", said, l.Of)
	}
	return said
}

// name returns the function that is called, or the value that is made, as the
// user wrote it.
func name(e ast.Expr) string {
	e = ast.Unparen(e)
	switch x := e.(type) {
	case *ast.CallExpr:
		e = x.Fun
	case *ast.UnaryExpr:
		return name(x.X)
	case *ast.CompositeLit:
		e = x.Type
	}
	s := types.ExprString(e)
	if len(s) <= 50 && !strings.ContainsAny(s, "{\n") {
		return s
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return "the call"
}

func statuses(codes []int) string {
	list := make([]string, len(codes))
	for i, c := range codes {
		list[i] = strconv.Itoa(c)
	}
	return strings.Join(list, " or ")
}
