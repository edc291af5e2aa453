// Package row01 holds configurations of beego/v2 filter/cors v2.3.10, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package row01

import (
	"github.com/beego/beego/v2/server/web"
	beecors "github.com/beego/beego/v2/server/web/filter/cors"
)

// Row01: nobody gets in.
func Row01() web.FilterFunc {
	return beecors.Allow(&beecors.Options{})
}
