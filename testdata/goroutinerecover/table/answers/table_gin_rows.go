package answers

import (
	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gin-gonic/gin"
)

// Row056: gin.New(): no recovery; panic("secret-dsn"): no response: EOF.
func Row056() *probe.Server {
	r := gin.New()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row057: gin.New(): no recovery; panic(errors.New("secret-dsn")): no response: EOF.
func Row057() *probe.Server {
	r := gin.New()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row058: gin.New(): no recovery; panic(http.ErrAbortHandler): no response: EOF.
func Row058() *probe.Server {
	r := gin.New()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row061: gin.Default(); panic("secret-dsn"): 500 "".
func Row061() *probe.Server {
	r := gin.Default()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row062: gin.Default(); panic(errors.New("secret-dsn")): 500 "".
func Row062() *probe.Server {
	r := gin.Default()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row063: gin.Default(); panic(http.ErrAbortHandler): 200 "".
func Row063() *probe.Server {
	r := gin.Default()
	ginPanics(r)
	return probe.HTTP(r)
}

// Row068: gin.New() + Recovery(); panic("secret-dsn"): 500 "".
func Row068() *probe.Server {
	r := gin.New()
	r.Use(gin.Recovery())
	ginPanics(r)
	return probe.HTTP(r)
}

// Row069: gin.New() + Recovery(); panic(http.ErrAbortHandler): 200 "".
func Row069() *probe.Server {
	r := gin.New()
	r.Use(gin.Recovery())
	ginPanics(r)
	return probe.HTTP(r)
}

// Row073: logger, then Recovery; panic("secret-dsn"): 500 "".
func Row073() *probe.Server {
	r := gin.New()
	r.Use(lg, gin.Recovery())
	ginPanics(r)
	return probe.HTTP(r)
}

// Row074: Recovery, then logger; panic("secret-dsn"): 500 "".
func Row074() *probe.Server {
	r := gin.New()
	r.Use(gin.Recovery(), lg)
	ginPanics(r)
	return probe.HTTP(r)
}

// Row075: Recovery, then deferred logger; panic("secret-dsn"): 500 "".
func Row075() *probe.Server {
	r := gin.New()
	r.Use(gin.Recovery(), dlg)
	ginPanics(r)
	return probe.HTTP(r)
}

// Row076: CustomRecovery writing a JSON envelope; panic("secret-dsn"): 500 [application/json; charset=utf-8]
// "{\"error\":\"internal\"}".
func Row076() *probe.Server {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { c.AbortWithStatusJSON(500, gin.H{"error": "internal"}) }))
	ginPanics(r)
	return probe.HTTP(r)
}

// Row077: CustomRecovery writing a JSON envelope; panic(http.ErrAbortHandler): 200 "".
func Row077() *probe.Server {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { c.AbortWithStatusJSON(500, gin.H{"error": "internal"}) }))
	ginPanics(r)
	return probe.HTTP(r)
}

// Row080: CustomRecovery that writes nothing: 200; panic("secret-dsn"): 200 "".
func Row080() *probe.Server {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(*gin.Context, any) {}))
	ginPanics(r)
	return probe.HTTP(r)
}

// Row082: gin.New() inside a net/http recovery; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row082() *probe.Server {
	r := gin.New()
	for _, k := range kinds {
		r.GET(k.path, func(*gin.Context) { panic(k.v()) })
	}
	r.GET("/ok", func(c *gin.Context) { c.String(200, "ok") })
	return probe.HTTP(recoverMW(r))
}
