package frameworks

const pathHTTPRouter = "github.com/julienschmidt/httprouter"

// httprouter is github.com/julienschmidt/httprouter, run at v1.3.0. It writes
// nothing itself but for the statuses of its router.
var httprouter = &Framework{
	Name:     "httprouter",
	Packages: []string{pathHTTPRouter},
	Handlers: [][]Type{{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {pathHTTPRouter, "Params"}}},
}
