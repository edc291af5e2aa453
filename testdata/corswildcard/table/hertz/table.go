// Package hertz holds configurations of hertz-contrib/cors v0.1.0, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package hertz

import (
	"github.com/cloudwego/hertz/pkg/app"
	hertzcors "github.com/hertz-contrib/cors"
)

type s = []string

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() app.HandlerFunc {
	return hertzcors.Default()
}

// Row02: it does not start: it panics: conflict settings: all origins disabled.
func Row02() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{})
}

// Row03: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row03() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowAllOrigins: true, AllowCredentials: true})
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row05: nobody gets in.
func Row05() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row07: strangers get in: https://trusted.com.evil.example with credentials, https://trustedxcom with
// credentials.
func Row07() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOrigins: s{"https://trusted.*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row08: https://trusted.com gets in, strangers do not.
func Row08() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() app.HandlerFunc {
	return hertzcors.New(hertzcors.Config{AllowOriginFunc: yes, AllowCredentials: true})
}
