// Package row07 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row07

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

type s = []string

// Row07: subdomains of trusted.com get in, strangers do not.
func Row07() web.FilterFunc {
	return beecors.Allow(&beecors.Options{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}
