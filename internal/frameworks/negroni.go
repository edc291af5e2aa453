package frameworks

import "slices"

const (
	pathNegroni  = "github.com/urfave/negroni"
	pathNegroni3 = "github.com/urfave/negroni/v3"
)

// negroni is github.com/urfave/negroni, run at v1.0.0.
var negroni = negroniOf("negroni", pathNegroni)

// negroni3 is github.com/urfave/negroni/v3, whose functions are those of v1.0.0.
var negroni3 = negroniOf("negroni", pathNegroni3)

// negroniOf describes one major version. Middleware runs in the order in which it
// is registered, and so does the handler at the end.
func negroniOf(name, pkg string) *Framework {
	return &Framework{
		Name:     name,
		Packages: []string{pkg},
		Routers: []Router{{
			Type:        Type{pkg, "Negroni"},
			LateUse:     LateUseSkipped,
			Unrecovered: UnrecoveredLeft,
			Recovery:    "negroni.NewRecovery()",
			Constructors: []Constructor{
				{Func: Func{pkg, "", "New"}, Takes: true},
				{Func: Func{pkg, "", "Classic"}, Runs: MiddlewareRecovery | MiddlewareLogging | MiddlewareFiles},
			},
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "UseFunc", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "With", Op: OpGroup, Pattern: None, Handlers: 0, Callback: None},
				},
				handles(None, 0, "UseHandler", "UseHandlerFunc"),
				serves("Run"),
			),
		}},
		Middlewares: slices.Concat(
			middlewares(pkg, MiddlewareRecovery, "NewRecovery"),
			middlewares(pkg, MiddlewareLogging, "NewLogger"),
			middlewares(pkg, MiddlewareFiles, "NewStatic"),
		),
		Passes: []Func{{pkg, "", "Wrap"}, {pkg, "", "WrapFunc"}},
	}
}
