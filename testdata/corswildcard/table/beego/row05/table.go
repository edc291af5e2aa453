// Package row05 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row05

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

type s = []string

// Row05: any site can send requests with the user's cookies and read the answers.
func Row05() web.FilterFunc {
	return beecors.Allow(&beecors.Options{AllowOrigins: s{"*"}, AllowCredentials: true})
}
