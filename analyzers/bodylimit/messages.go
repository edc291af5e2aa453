package bodylimit

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/summary/bodyread"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// name returns how a call is called: "json.NewDecoder", "c.ShouldBindJSON".
func name(call *ast.CallExpr) string { return expr.Text(call.Fun, "this call") }

// reads says what a read does with the body.
func reads(r *bodyread.Read) string {
	switch r.Kind {
	case bodyread.Decoded:
		return "decodes"
	case bodyread.Spilled:
		return "stores"
	}
	return "reads"
}

func unbounded(r *bodyread.Read) string {
	return fmt.Sprintf("%s %s a request body of any size%s, where other handlers have a limit; set the body to http.MaxBytesReader first", name(r.Call), reads(r), callgraph.Routes)
}

func decompressed(r *bodyread.Read) string {
	return fmt.Sprintf("%s %s all that %s makes of the request body, so a small body can fill the memory; limit what is decompressed, too", name(r.Call), reads(r), name(r.Unpacker))
}

func unpacked(u *bodyread.Unpack) string {
	return fmt.Sprintf("%s becomes all that %s makes of it%s, so a small body can fill the memory; put http.MaxBytesReader around it", types.ExprString(u.Body), name(u.Unpacker), callgraph.Routes)
}

func truncated(r *bodyread.Read) string {
	return fmt.Sprintf("%s gets a longer body cut short, so the client is told of a syntax error and not of the limit; use http.MaxBytesReader", name(r.Call))
}

// noLimit is the message about a router whose handlers read bodies that nothing
// bounds.
func noLimit(r routing.Router) string {
	subject, advice := r.Name, fmt.Sprintf("serve http.MaxBytesHandler(%s, 1<<20)", r.Name)
	isCall := strings.HasSuffix(r.Name, ")")
	if isCall {
		subject, advice = "this router", "serve an http.MaxBytesHandler around it"
	}
	if _, f := r.Table(); f != nil && f.BodyMiddleware != "" {
		advice = fmt.Sprintf("write %s.Use(%s)", r.Name, f.BodyMiddleware)
		if isCall {
			advice = "register " + f.BodyMiddleware
		}
	}
	return fmt.Sprintf("%s sets no limit to %s; %s", subject, callgraph.Handlers, advice)
}
