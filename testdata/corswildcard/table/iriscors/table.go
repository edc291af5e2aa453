// Package iriscors holds configurations of iris/v12 middleware/cors v12.2.11, each with what came of running
// it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package iriscors

import (
	iris "github.com/kataras/iris/v12"
	iriscors "github.com/kataras/iris/v12/middleware/cors"
)

func yes(string) bool { return true }

// Row01: any site can send requests with the user's cookies and read the answers.
func Row01() iris.Handler {
	return iriscors.New().Handler()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row02() iris.Handler {
	return iriscors.New().DisallowCredentials().Handler()
}

// Row03: any site can send requests with the user's cookies and read the answers.
func Row03() iris.Handler {
	return iriscors.New().AllowOrigin("*").Handler()
}

// Row04: nobody gets in.
func Row04() iris.Handler {
	return iriscors.New().AllowOrigins().Handler()
}

// Row05: https://trusted.com gets in, strangers do not.
func Row05() iris.Handler {
	return iriscors.New().AllowOrigin("https://trusted.com").Handler()
}

// Row06: nobody gets in.
func Row06() iris.Handler {
	return iriscors.New().AllowOrigin("https://*").Handler()
}

// Row07: strangers get in: https://eviltrusted.com with credentials, https://trusted.com.evil.example with
// credentials, http://trusted.com with credentials.
func Row07() iris.Handler {
	return iriscors.New().AllowOriginRegex(`trusted\.com`).Handler()
}

// Row08: any site can send requests with the user's cookies and read the answers.
func Row08() iris.Handler {
	return iriscors.New().AllowOriginMatcherFunc(yes).Handler()
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() iris.Handler {
	return iriscors.New().AllowOriginFunc(iriscors.AllowAnyOrigin).Handler()
}
