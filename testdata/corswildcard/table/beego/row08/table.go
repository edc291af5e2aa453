// Package row08 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row08

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

type s = []string

// Row08: https://trusted.com gets in, strangers do not.
func Row08() web.FilterFunc {
	return beecors.Allow(&beecors.Options{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}
