package corswildcard

import (
	"fmt"
	"strings"
)

// Validate reports options that mean nothing.
func (c Config) Validate() error {
	for _, entry := range c.Public {
		pattern, reason, _ := strings.Cut(strings.TrimSpace(entry), " ")
		switch {
		case pattern == "" || strings.TrimSpace(reason) == "":
			return fmt.Errorf("public: %q has no reason; write the packages and why they are open: example.com/api/feed/... everybody may read the feed", entry)
		case strings.HasPrefix(pattern, "."):
			return fmt.Errorf("public: %q is relative; write the import path", pattern)
		case strings.Contains(strings.TrimSuffix(pattern, "/..."), "..."):
			return fmt.Errorf("public: %q has ... before its end; it stands for what is below a package", pattern)
		}
	}
	return nil
}

// public reports whether a package is open on purpose.
func (c Config) public(path string) bool {
	path, _, _ = strings.Cut(path, " ") // of a package with its tests
	for _, entry := range c.Public {
		pattern, _, _ := strings.Cut(strings.TrimSpace(entry), " ")
		below, all := strings.CutSuffix(pattern, "/...")
		if path == pattern || all && (path == below || strings.HasPrefix(path, below+"/")) {
			return true
		}
	}
	return false
}
