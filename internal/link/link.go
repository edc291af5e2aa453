package link

import "slices"

// Findings returns what the packages together prove, in the order of the
// packages and of the source. No two packages have the same path.
func Findings(packages []*Package) []Finding {
	g := NewGraph(packages)
	return slices.Concat(OnRequest(packages, g), OnCarriers(packages), OffEnvelope(packages), OffDefaults(packages), Unbounded(packages, g), OnGaps(packages))
}
