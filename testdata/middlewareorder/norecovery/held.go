package norecovery

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type api struct{ engine *gin.Engine }

func newAPI() *api {
	a := &api{engine: gin.New()} // want `^gin\.New\(\) is a gin router without recovery, so a panic in the handler of GET "/x" drops the connection without a response; register gin\.Recovery\(\) before its routes$`
	a.routes()
	return a
}

func (a *api) routes() { a.engine.GET("/x", list) }

func (a *api) run() error { return a.engine.Run() }

// API is made by another package.
type API struct {
	router *gin.Engine
	server *http.Server
}

// NewAPI returns an API.
func NewAPI() *API {
	r := gin.New() // want `^r is a gin router without recovery`
	return &API{router: r, server: &http.Server{Handler: r}}
}

// Start serves.
func (a *API) Start() error {
	a.router.GET("/y", list)
	return a.server.ListenAndServe()
}

var global *gin.Engine

func startGlobal() {
	global = gin.New() // want `^global is a gin router without recovery`
	globalRoutes()
	_ = global.Run()
}

func globalRoutes() { global.GET("/x", list) }

var initialized = gin.New() // want `^initialized is a gin router without recovery`

func init() { initialized.POST("/x", list) }

type lateAPI struct{ engine *gin.Engine }

func okRecoveryInAMethod() *lateAPI { return &lateAPI{engine: gin.New()} }

func (a *lateAPI) middleware() { a.engine.Use(gin.Recovery()) }

func (a *lateAPI) routes() { a.engine.GET("/x", list) }

type openAPI struct{ Engine *gin.Engine }

func nopeExportedField() *openAPI {
	a := &openAPI{Engine: gin.New()}
	a.Engine.GET("/x", list)
	return a
}

type gotAPI struct{ engine *gin.Engine }

func nopeGetter() *gotAPI {
	a := &gotAPI{engine: gin.New()}
	a.engine.GET("/x", list)
	return a
}

func (a *gotAPI) Engine() *gin.Engine { return a.engine }

type wrappedAPI struct{ engine *gin.Engine }

func okWrappedInAMethod() *wrappedAPI {
	a := &wrappedAPI{}
	a.engine = gin.New()
	a.engine.GET("/x", list)
	return a
}

func (a *wrappedAPI) run() error { return http.ListenAndServe(":8080", recoverHTTP(a.engine)) }

type guardedAPI struct{ engine *gin.Engine }

func okRecoversInServeHTTP() {
	a := &guardedAPI{}
	a.engine = gin.New()
	a.engine.GET("/x", list)
	_ = http.ListenAndServe(":8080", a)
}

func (a *guardedAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			http.Error(w, "internal", http.StatusInternalServerError)
		}
	}()
	a.engine.ServeHTTP(w, r)
}

type plainAPI struct{ engine *gin.Engine }

func delegates() {
	a := &plainAPI{engine: gin.New()} // want `^gin\.New\(\) is a gin router without recovery`
	a.engine.GET("/x", list)
	_ = http.ListenAndServe(":8080", a)
}

func (a *plainAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.engine.ServeHTTP(w, r) }

func okOnTheDefaultMux() {
	r := gin.New()
	r.GET("/x", list)
	http.Handle("/", r)
	_ = http.ListenAndServe(":8080", recoverHTTP(http.DefaultServeMux))
}

func okBelowAnotherEngine() {
	r := gin.New()
	r.GET("/x", list)
	outer := gin.Default()
	outer.Any("/sub/*path", gin.WrapH(r))
	_ = outer.Run()
}
