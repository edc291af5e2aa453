// Package gozero holds configurations of go-zero rest.WithCors* v1.10.3, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package gozero

import (
	"github.com/zeromicro/go-zero/rest"
)

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() rest.RunOption {
	return rest.WithCors()
}

// Row02: any site can send requests with the user's cookies and read the answers.
func Row02() rest.RunOption {
	return rest.WithCors("*")
}

// Row03: https://trusted.com gets in, strangers do not.
func Row03() rest.RunOption {
	return rest.WithCors("https://trusted.com")
}

// Row04: subdomains of trusted.com get in, strangers do not.
func Row04() rest.RunOption {
	return rest.WithCors("trusted.com")
}

// Row05: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row05() rest.RunOption {
	return rest.WithCors("com")
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() rest.RunOption {
	return rest.WithCorsHeaders("X-Extra")
}

// Row07: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row07() rest.RunOption {
	return rest.WithCustomCors(nil, nil)
}

// Row08: any site can send requests with the user's cookies and read the answers.
func Row08() rest.RunOption {
	return rest.WithCustomCors(nil, nil, "*")
}
