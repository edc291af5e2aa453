// Package jub holds configurations of jub0bs/cors v1.0.1, each with what came of running it. The rows of
// cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package jub

import (
	"net/http"

	jub0bs "github.com/jub0bs/cors"
)

type mw = func(http.Handler) http.Handler

type s = []string

func jub(c jub0bs.Config) (mw, error) {
	m, err := jub0bs.NewMiddleware(c)
	if err != nil {
		return nil, err
	}
	return m.Wrap, nil
}

// Row01: it does not start: it returns error: cors: at least one origin must be allowed.
func Row01() (mw, error) {
	return jub(jub0bs.Config{})
}

// Row02: nobody gets in.
func Row02() (mw, error) {
	return func(h http.Handler) http.Handler { return new(jub0bs.Middleware).Wrap(h) }, nil
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"*"}})
}

// Row04: it does not start: it returns error: cors: for security reasons, you cannot both allow all origins
// and enable credentialed access.
func Row04() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"*"}, Credentialed: true})
}

// Row05: it does not start: it returns error: cors: invalid origin pattern "https://*".
func Row05() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"https://*"}, Credentialed: true})
}

// Row06: it does not start: it returns error: cors: for security reasons, origin patterns like
// "https://*.com" that encompass subdomains of a public suffix are by default prohibited.
func Row06() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"https://*.com"}, Credentialed: true})
}

// Row07: strangers get in: https://eviltrusted.com with credentials, https://other.com with credentials.
func Row07() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"https://*.com"}, Credentialed: true, DangerouslyTolerateSubdomainsOfPublicSuffixes: true})
}

// Row08: it does not start: it returns error: cors: for security reasons, insecure origin patterns like
// "http://trusted.com" are by default prohibited when credentialed access is enabled.
func Row08() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"http://trusted.com"}, Credentialed: true})
}

// Row09: it does not start: it returns error: cors: prohibited origin pattern "null".
func Row09() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"null"}})
}

// Row10: subdomains of trusted.com get in, strangers do not.
func Row10() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"https://*.trusted.com"}, Credentialed: true})
}

// Row11: https://trusted.com gets in, strangers do not.
func Row11() (mw, error) {
	return jub(jub0bs.Config{Origins: s{"https://trusted.com"}, Credentialed: true})
}
