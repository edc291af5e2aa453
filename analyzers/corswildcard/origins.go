package corswildcard

import (
	"regexp"
	"slices"
	"strings"
)

// strangers are origins of which no policy knows.
var strangers = map[string][]string{
	"https": {"https://evil.example", "https://stranger.test"},
	"http":  {"http://evil.example", "http://stranger.test"},
}

// matchesAll reports whether an entry of the list of origins other than "*" lets
// in every origin of a scheme.
func (j *judge) matchesAll(pattern string) bool {
	match := j.matcher(strings.ToLower(pattern), pattern)
	if match == nil {
		return false
	}
	for _, origins := range strangers {
		if !slices.ContainsFunc(origins, func(o string) bool { return !match(o) }) {
			return true
		}
	}
	return false
}

// matcher returns how the library compares an origin with a pattern, or nil if
// it compares it with the text.
func (j *judge) matcher(pattern, original string) func(string) bool {
	if j.lib.Regexps {
		if m := reRegexpOrigin.FindStringSubmatch(original); m != nil {
			re, err := regexp.Compile(m[1])
			if err != nil {
				return nil
			}
			return re.MatchString
		}
	}
	prefix, suffix, ok := strings.Cut(pattern, "*")
	if !ok || j.lib.OneWildcard && strings.Contains(suffix, "*") || j.lib.Wildcard != "" && !j.allTrue(j.lib.Wildcard) {
		return nil
	}
	return func(origin string) bool {
		return len(origin) >= len(prefix)+len(suffix) && strings.HasPrefix(origin, prefix) && strings.HasSuffix(origin, suffix)
	}
}

var reRegexpOrigin = regexp.MustCompile(`^/(.+)/[gimuy]?$`)
