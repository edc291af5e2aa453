// Package plugin makes prodvet's rules linters of golangci-lint, through its
// module plugin system. Import it for its effect:
//
//	import _ "github.com/prodvet/prodvet/plugin"
//
// Each rule is a linter under the rule's own name, with the keys of the rule's
// section of the configuration as its settings. That way //nolint:RULE,
// exclusions, severities and rule ids in reports work as for any other linter.
//
// The linter "prodvet" is all rules at once; its settings have a section for
// each rule, and a list "disable" of rules that do not run. It is exclusive:
// never enable it beside the single rules.
package plugin

import (
	"slices"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
)

// Bundle is the name of the linter that is all rules at once.
const Bundle = "prodvet"

func init() {
	for _, rule := range analyzers.Suite {
		register.Plugin(rule.Name, single(rule.Name))
	}
	register.Plugin(Bundle, bundle)
}

// single returns the constructor of the linter that is one rule.
func single(rule string) register.NewPlugin {
	return func(conf any) (register.LinterPlugin, error) {
		cfg, err := decodeSingle(rule, conf)
		if err != nil {
			return nil, err
		}
		return linter{slices.DeleteFunc(analyzers.New(cfg), func(a *analysis.Analyzer) bool { return a.Name != rule })}, nil
	}
}

// bundle is the constructor of the linter that is all rules.
func bundle(conf any) (register.LinterPlugin, error) {
	cfg, err := decodeBundle(conf)
	if err != nil {
		return nil, err
	}
	return linter{analyzers.New(cfg)}, nil
}

// linter is what golangci-lint asks for the analyzers of one linter.
type linter struct{ rules []*analysis.Analyzer }

// BuildAnalyzers returns the configured rules.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	for _, rule := range l.rules {
		rule.Run = withoutRelated(rule.Run)
	}
	return l.rules, nil
}

// withoutRelated returns run but for the related positions of its findings.
// golangci-lint makes an issue of each, which counts and has to be suppressed
// like the finding, but says little by itself.
func withoutRelated(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		quiet := *pass
		quiet.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return run(&quiet)
	}
}

// GetLoadMode says that the rules need type information.
func (l linter) GetLoadMode() string { return register.LoadModeTypesInfo }
