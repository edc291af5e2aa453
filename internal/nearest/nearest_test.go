package nearest

import "testing"

func TestName(t *testing.T) {
	rules := []string{"corswildcard", "errenvelope", "errleak", "goroutinerecover", "middlewareorder", "processexit"}
	tests := []struct{ in, want string }{
		{"errenvelop", "errenvelope"},
		{"errenvelope", "errenvelope"},
		{"middleware-order", "middlewareorder"},
		{"goroutinrecover", "goroutinerecover"},
		{"SA1000", ""},
		{"", ""},
		{"x", ""},
	}
	for _, tt := range tests {
		if got := Name(tt.in, rules); got != tt.want {
			t.Errorf("Name(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "", 3}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
