package golangci

import "testing"

// TestSelf lints prodvet with the configuration at its root, its own rules
// among the linters.
func TestSelf(t *testing.T) {
	if r := lint(t, "../.."); r.code != 0 {
		t.Errorf("exit code %d\n%s%s", r.code, r.text, r.stderr)
	}
}
