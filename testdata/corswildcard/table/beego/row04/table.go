// Package row04 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row04

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

type s = []string

// Row04: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row04() web.FilterFunc {
	return beecors.Allow(&beecors.Options{AllowOrigins: s{"*"}})
}
