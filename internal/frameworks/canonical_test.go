package frameworks

import (
	"net/textproto"
	"testing"
)

func TestCanonicalHeader(t *testing.T) {
	for _, name := range []string{"", "-", "vary", "content-TYPE", "ACCESS-control-allow-origin", "X--y", "WWW-Authenticate"} {
		if got, want := CanonicalHeader(name), textproto.CanonicalMIMEHeaderKey(name); got != want {
			t.Errorf("CanonicalHeader(%q) = %q, net/textproto says %q", name, got, want)
		}
	}
}
