package corswildcard

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/values"
)

// The kinds of findings.
const (
	kindCredentials = "any-origin-credentials"
	kindAnyOrigin   = "any-origin"
	kindRefused     = "refused"
)

// credentials says what is known of a policy's permission to send cookies.
type credentials int

const (
	credentialsUnknown credentials = iota
	credentialsAllowed
)

// finding is a policy that lets every origin in.
type finding struct {
	node    ast.Node // what opens it
	what    string   // subject and verb: `AllowedOrigins has "*"`
	star    bool     // by "*" in a list
	reflect bool     // the answer is the request's origin, not "*"
	creds   credentials
	credsBy string // how credentials are allowed: "AllowCredentials is true"
	advice  string
	known   *values.Known // where it is open, if that is not at node
	related []analysis.RelatedInformation
}

// byDefault says in f that it is so by default, or where it is.
func (f *finding) byDefault() {
	switch {
	case f.node == nil:
	case f.known != nil:
		f.what = fmt.Sprintf("%s is %q %s, so %s", f.known.Key, strings.Join(f.known.Items, ","), f.known.Place, f.what)
	default:
		f.what = "by default " + f.what
	}
}

func (f finding) diagnostic() analysis.Diagnostic {
	kind, message := kindAnyOrigin, f.what
	switch {
	case f.creds != credentialsAllowed:
		message = strings.TrimSuffix(message, ",") + ", so any site can read the responses"
	case f.reflect:
		kind = kindCredentials
		message += " and " + f.credsBy + ", so any site can send requests with the user's cookies and read the responses"
	default:
		kind = kindRefused
		message += " and " + f.credsBy + ", so browsers refuse the responses to requests with credentials, and any site can read the others"
	}
	if f.advice != "" {
		message += "; " + f.advice
	}
	pos, end := span(f.node)
	return analysis.Diagnostic{Pos: pos, End: end, Category: kind, Message: message, Related: f.related}
}

// span returns the part of n that says what it is, without its body.
func span(n ast.Node) (pos, end token.Pos) {
	switch n := n.(type) {
	case *ast.FuncLit:
		return n.Pos(), n.Type.End()
	case *ast.FuncDecl:
		return n.Name.Pos(), n.Name.End()
	case *ast.CompositeLit:
		if n.Type != nil && len(n.Elts) > 0 {
			return n.Pos(), n.Type.End()
		}
	}
	return n.Pos(), n.End()
}
