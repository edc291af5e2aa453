package frameworks

import "strings"

// CanonicalHeader returns the name of a header as net/http writes it: an upper
// case letter at the start and after each hyphen, lower case elsewhere.
//
// net/textproto has this as well, but imports package net, which makes prodvet
// a dynamically linked program. It is started once for every package of a
// build, and the dynamic loader would take longer than the gate does.
func CanonicalHeader(name string) string {
	parts := strings.Split(strings.ToLower(name), "-")
	for i, p := range parts {
		if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}
