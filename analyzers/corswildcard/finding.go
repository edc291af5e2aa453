package corswildcard

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
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
	related []analysis.RelatedInformation
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
