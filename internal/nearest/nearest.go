// Package nearest finds the valid name that a user most likely meant.
package nearest

import (
	"fmt"
	"strings"
)

// Name returns the candidate with the smallest edit distance to name, if that
// is small enough to be a slip of the pen: at most a third of the name's
// length, and at least one edit. Otherwise it returns "". Of equals the first
// one wins.
func Name(name string, candidates []string) string {
	best, bestDist := "", max(1, len(name)/3)+1
	for _, c := range candidates {
		if d := distance(name, c); d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

// Hint returns `; did you mean "x"?` with the nearest candidate, or the list of
// all candidates if none is near: the end of an error message about name.
func Hint(name string, candidates []string) string {
	if n := Name(name, candidates); n != "" {
		return fmt.Sprintf("; did you mean %q?", n)
	}
	if len(candidates) == 0 {
		return "; none is valid here"
	}
	return "; valid are " + strings.Join(candidates, ", ")
}

// distance is the Levenshtein distance of a and b in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost = 1 + min(diag, row[j], row[j+1])
			}
			diag, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
