package link

// OnGaps returns the gaps that stay open in a program.
func OnGaps(packages []*Package) (findings []Finding) {
	open := make(map[string]bool)
	for _, p := range packages {
		for _, key := range p.Open {
			open[key] = true
		}
	}
	for _, p := range packages {
		for _, g := range p.Gaps {
			if open[g.Key] {
				findings = append(findings, Finding{Package: p.Path, Rule: g.Rule, Diagnostic: g.Diagnostic})
			}
		}
	}
	return findings
}
