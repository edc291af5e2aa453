package routing

import "testing"

func TestTogether(t *testing.T) {
	var (
		always     []Arm
		then       = []Arm{{1, 0}}
		otherwise  = []Arm{{1, 1}}
		unrelated  = []Arm{{2, 0}}
		thenNested = []Arm{{1, 0}, {3, 0}}
	)
	for _, tt := range []struct {
		name string
		a, b []Arm
		want bool
	}{
		{"both always", always, always, true},
		{"one always", always, then, true},
		{"same arm", then, then, true},
		{"nested in the arm", thenNested, then, true},
		{"other arm", then, otherwise, false},
		{"nested, other arm", thenNested, otherwise, false},
		{"unrelated conditions", then, unrelated, false},
	} {
		if got := Together(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: Together = %t, want %t", tt.name, got, tt.want)
		}
		if got := Together(tt.b, tt.a); got != tt.want {
			t.Errorf("%s, swapped: Together = %t, want %t", tt.name, got, tt.want)
		}
	}
}
