// Package row09 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row09

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

type s = []string

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() web.FilterFunc {
	_ = beecors.Allow(&beecors.Options{AllowOrigins: s{"*"}}) // another router's public filter
	return beecors.Allow(&beecors.Options{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}
