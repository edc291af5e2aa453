// Package rs holds configurations of rs/cors v1.11.1, each with what came of running it. The rows of cors.csv
// become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package rs

import (
	"net/http"
	"regexp"
	"strings"

	rscors "github.com/rs/cors"
)

type mw = func(http.Handler) http.Handler

type s = []string

var unanchored = regexp.MustCompile(`https://trusted\.com`)

var anchored = regexp.MustCompile(`^https://trusted\.com$`)

var bareDot = regexp.MustCompile(`^https://trusted.com$`)

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() mw {
	return rscors.Default().Handler
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() mw {
	return rscors.AllowAll().Handler
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() mw {
	return rscors.New(rscors.Options{}).Handler
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() mw {
	return rscors.New(rscors.Options{AllowCredentials: true}).Handler
}

// Row05: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row05() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{}, AllowCredentials: true}).Handler
}

// Row06: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row06() mw {
	return rscors.New(rscors.Options{AllowedOrigins: strings.Fields(""), AllowCredentials: true}).Handler
}

// Row07: nobody gets in.
func Row07() mw {
	return rscors.New(rscors.Options{AllowedOrigins: strings.Split("", ","), AllowCredentials: true}).Handler
}

// Row08: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row08() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}}).Handler
}

// Row09: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row09() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}, AllowCredentials: true}).Handler
}

// Row10: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row10() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true}).Handler
}

// Row11: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row11() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://*"}}).Handler
}

// Row12: any site can send requests with the user's cookies and read the answers.
func Row12() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://*"}, AllowCredentials: true}).Handler
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"http*"}, AllowCredentials: true}).Handler
}

// Row14: nobody gets in.
func Row14() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*://*"}, AllowCredentials: true}).Handler
}

// Row15: nobody gets in.
func Row15() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"**"}, AllowCredentials: true}).Handler
}

// Row16: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row16() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*.com"}, AllowCredentials: true}).Handler
}

// Row17: strangers get in: https://eviltrusted.com with credentials, https://other.com with credentials.
func Row17() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://*.com"}, AllowCredentials: true}).Handler
}

// Row18: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row18() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*trusted.com"}, AllowCredentials: true}).Handler
}

// Row19: strangers get in: https://trusted.com.evil.example with credentials.
func Row19() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com*"}, AllowCredentials: true}).Handler
}

// Row20: subdomains of trusted.com get in, strangers do not.
func Row20() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://*.trusted.com"}, AllowCredentials: true}).Handler
}

// Row21: https://trusted.com gets in, strangers do not.
func Row21() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowCredentials: true}).Handler
}

// Row22: strangers get in: null with credentials.
func Row22() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"null"}, AllowCredentials: true}).Handler
}

// Row23: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row23() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: func(string) bool { return true }}).Handler
}

// Row24: any site can send requests with the user's cookies and read the answers.
func Row24() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: yes, AllowCredentials: true}).Handler
}

// Row25: any site can send requests with the user's cookies and read the answers.
func Row25() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowOriginFunc: yes, AllowCredentials: true}).Handler
}

// Row26: any site can send requests with the user's cookies and read the answers.
func Row26() mw {
	return rscors.New(rscors.Options{AllowOriginRequestFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true}).Handler
}

// Row27: any site can send requests with the user's cookies and read the answers.
func Row27() mw {
	return rscors.New(rscors.Options{AllowOriginVaryRequestFunc: func(*http.Request, string) (bool, []string) { return true, nil }, AllowCredentials: true}).Handler
}

// Row28: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row28() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: func(o string) bool { return strings.HasSuffix(o, "trusted.com") }, AllowCredentials: true}).Handler
}

// Row29: strangers get in: https://trusted.com.evil.example with credentials.
func Row29() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: func(o string) bool { return strings.HasPrefix(o, "https://trusted.com") }, AllowCredentials: true}).Handler
}

// Row30: strangers get in: https://eviltrusted.com with credentials, https://trusted.com.evil.example with
// credentials, http://trusted.com with credentials.
func Row30() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: func(o string) bool { return strings.Contains(o, "trusted.com") }, AllowCredentials: true}).Handler
}

// Row31: any site can send requests with the user's cookies and read the answers.
func Row31() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: func(o string) bool { return o != "" }, AllowCredentials: true}).Handler
}

// Row32: strangers get in: https://trusted.com.evil.example with credentials.
func Row32() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: unanchored.MatchString, AllowCredentials: true}).Handler
}

// Row33: strangers get in: https://trustedxcom with credentials.
func Row33() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: bareDot.MatchString, AllowCredentials: true}).Handler
}

// Row34: https://trusted.com gets in, strangers do not.
func Row34() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: anchored.MatchString, AllowCredentials: true}).Handler
}
