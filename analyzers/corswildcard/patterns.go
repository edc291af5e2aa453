package corswildcard

import (
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// matcher returns how the library compares an origin with an entry of the list;
// ok is false if it refuses the entry.
func (j *judge) matcher(entry string) (match func(origin string) bool, ok bool) {
	lower := strings.ToLower(entry)
	exact := func(origin string) bool { return origin == lower }
	before, after, wild := strings.Cut(lower, "*")
	around := func(origin string) bool {
		return len(origin) >= len(before)+len(after) && strings.HasPrefix(origin, before) && strings.HasSuffix(origin, after)
	}
	switch j.rules.Patterns {
	case frameworks.CORSOneStar:
		if wild {
			return around, true
		}
	case frameworks.CORSGinLoose:
		if wild && after == "" && before != "" {
			before = before[:len(before)-1]
		}
		return j.ginMatcher(around, after, wild, exact)
	case frameworks.CORSGin, frameworks.CORSGinWildcard:
		return j.ginMatcher(around, after, wild, exact)
	case frameworks.CORSGlob:
		return glob(lower, strings.NewReplacer(`\*`, ".*", `\?`, ".")), true
	case frameworks.CORSComponents:
		return func(origin string) bool { return exact(origin) || components(lower, origin) }, true
	case frameworks.CORSStars:
		return glob(lower, strings.NewReplacer(`\*`, ".*")), true
	case frameworks.CORSSubdomain, frameworks.CORSStrict, frameworks.CORSSubdomainLoose:
		return j.subdomain(lower, exact)
	case frameworks.CORSSuffix:
		return func(origin string) bool { return origin == lower || strings.HasSuffix(origin, "."+lower) }, true
	case frameworks.CORSEnding:
		return func(origin string) bool { return strings.HasSuffix(origin, lower) }, true
	case frameworks.CORSURL:
		return exact, strings.Contains(lower, "://")
	}
	return exact, true
}

func (j *judge) ginMatcher(around func(string) bool, after string, wild bool, exact func(string) bool) (func(string) bool, bool) {
	_, understood := j.isTrue(frameworks.CORSWildcards)
	switch {
	case !wild || !understood:
		return exact, true
	case strings.Contains(after, "*"):
		return nil, false
	}
	return around, true
}

func glob(pattern string, wildcards *strings.Replacer) func(string) bool {
	re, err := regexp.Compile("^" + wildcards.Replace(regexp.QuoteMeta(pattern)) + "$")
	if err != nil {
		return func(string) bool { return false }
	}
	return func(origin string) bool { return strings.Contains(origin, "://") && re.MatchString(origin) }
}

// components compares the labels of two hosts from the last one on.
func components(pattern, origin string) bool {
	scheme, host, ok := strings.Cut(origin, "://")
	wantScheme, wantHost, wild := strings.Cut(pattern, "://")
	if !ok || !wild || scheme != wantScheme {
		return false
	}
	labels, want := strings.Split(host, "."), strings.Split(wantHost, ".")
	for i := 1; i <= len(labels) && i <= len(want); i++ {
		if want[len(want)-i] == "*" {
			return true
		}
		if want[len(want)-i] != labels[len(labels)-i] {
			return false
		}
	}
	return false
}

// subdomain matches "https://*.example.com" with the subdomains.
func (j *judge) subdomain(entry string, exact func(string) bool) (func(string) bool, bool) {
	scheme, host, wild := strings.Cut(entry, "://*.")
	switch {
	case !wild && strings.Contains(entry, "*"):
		return exact, j.rules.Patterns == frameworks.CORSSubdomainLoose
	case !wild:
		return exact, entry != "null"
	case j.rules.Patterns == frameworks.CORSSubdomainLoose:
		return func(origin string) bool { return strings.HasSuffix(origin, host) }, true
	case j.rules.Patterns == frameworks.CORSStrict && !strings.Contains(host, "."):
		if _, ok := j.isTrue(frameworks.CORSPublicSuffixes); !ok {
			return nil, false
		}
	}
	return func(origin string) bool {
		return strings.HasPrefix(origin, scheme+"://") && strings.HasSuffix(origin, "."+host)
	}, true
}
