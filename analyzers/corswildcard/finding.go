package corswildcard

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/origins"
)

// The kinds of findings.
const (
	kindCredentials = "any-origin-credentials"
	kindAnyOrigin   = "any-origin"
	kindRefused     = "refused"
	kindLoose       = "loose-match"
	kindOverridden  = "overridden"
)

// finding is a policy that lets in whom it should not.
type finding struct {
	policy policy   // of a library, or zero
	node   ast.Node // what opens it
	what   string   // subject and verb: `AllowedOrigins has "*"`
	answer frameworks.CORSAnswer
	// loose is who gets in if it is not everybody; what is only the subject then.
	loose   *origins.Verdict
	creds   bool
	credsBy string   // how credentials are allowed: "AllowCredentials is true"
	credsAt ast.Expr // what sets that, if it is one thing
	tried   bool     // by trying origins on the function in which it stands
	dead    string   // what is there but never consulted
	gated   bool     // runs in development only, but is there in production
	// byDefault says that somebody may configure it otherwise, and placed that
	// what says so itself.
	byDefault, placed bool
	advice            string
	related           []analysis.RelatedInformation
	fixes             []analysis.SuggestedFix
}

func (f finding) kind() string {
	switch {
	case f.loose != nil:
		return kindLoose
	case f.answer == frameworks.CORSFails:
		return kindRefused
	case f.creds && f.answer == frameworks.CORSOrigin:
		return kindCredentials
	case f.dead != "":
		return kindOverridden
	case f.creds:
		return kindRefused
	}
	return kindAnyOrigin
}

func (f finding) diagnostic() analysis.Diagnostic {
	message := f.message()
	if f.byDefault {
		message = "by default " + message
	}
	if f.gated {
		message += ", if only in development; a build tag keeps it out of production"
	} else if f.advice != "" {
		message += "; " + f.advice
	}
	pos, end := span(f.node)
	return analysis.Diagnostic{Pos: pos, End: end, Category: f.kind(), Message: message, Related: f.related, SuggestedFixes: f.fixes}
}

func (f finding) message() string {
	subject := strings.TrimSuffix(f.what, ",")
	switch f.kind() {
	case kindLoose:
		who := f.loose.Witness + " in"
		if f.loose.Assuming != "" {
			who += " if " + f.loose.Assuming
		}
		return fmt.Sprintf("%s lets %s: %s", subject, who, f.loose.Why)
	case kindCredentials:
		return f.what + " and " + f.credsBy + ", so any site can send requests with the user's cookies and read the responses"
	case kindOverridden:
		return fmt.Sprintf("%s, so %s is never consulted and any site can read the responses", subject, f.dead)
	case kindRefused:
		if f.answer != frameworks.CORSFails {
			return f.what + " and " + f.credsBy + ", so browsers refuse the responses to requests with credentials, and any site can read the others"
		}
		if f.creds {
			return f.what + " and " + f.credsBy + ", which the library refuses when the program starts"
		}
		return subject + ", which the library refuses when the program starts"
	}
	return subject + ", so any site can read the responses"
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
