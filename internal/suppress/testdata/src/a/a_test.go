package a

import "testing"

func TestBad(t *testing.T) {
	bad()
}
