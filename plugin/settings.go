package plugin

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/options"
)

// decodeSingle returns the configuration in which conf, the settings of the
// linter that is one rule, is the rule's section.
func decodeSingle(rule string, conf any) (config.Config, error) {
	var cfg config.Config
	if err := decode(section(&cfg, rule), conf); err != nil {
		return config.Config{}, fmt.Errorf("settings of %s: %w", rule, err)
	}
	return cfg, nil
}

// decodeBundle returns the configuration that conf, the settings of the linter
// that is all rules, stands for.
func decodeBundle(conf any) (config.Config, error) {
	var cfg config.Config
	settings, err := options.Table(conf)
	if err != nil {
		return config.Config{}, fmt.Errorf("settings of %s: %w", Bundle, err)
	}
	rules := ruleNames()
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		switch {
		case key == "disable":
			cfg.Disable, err = decodeDisable(settings[key], rules)
		case slices.Contains(rules, key):
			if err = decode(section(&cfg, key), settings[key]); err != nil {
				err = fmt.Errorf("%s: %w", key, err)
			}
		default:
			err = options.UnknownKey(key, append([]string{"disable"}, rules...))
		}
		if err != nil {
			return config.Config{}, fmt.Errorf("settings of %s: %w", Bundle, err)
		}
	}
	return cfg, nil
}

// decode sets the fields of a rule's section from conf.
func decode(section, conf any) error {
	settings, err := options.Table(conf)
	if err != nil {
		return err
	}
	return options.Decode(section, settings)
}

// decodeDisable returns the names in conf if they are rules.
func decodeDisable(conf any, rules []string) ([]string, error) {
	var cfg struct {
		Disable []string `json:"disable" doc:"rules that do not run"`
	}
	if err := options.Decode(&cfg, map[string]any{"disable": conf}); err != nil {
		return nil, err
	}
	for _, name := range cfg.Disable {
		if slices.Contains(rules, name) {
			continue
		}
		if meant := nearest.Name(name, rules); meant != "" {
			return nil, fmt.Errorf("disable: unknown rule %q; did you mean %q?", name, meant)
		}
		return nil, fmt.Errorf("disable: unknown rule %q; the rules are %q", name, rules)
	}
	return cfg.Disable, nil
}

// section returns a pointer to the rule's section of cfg.
func section(cfg *config.Config, rule string) any {
	v := reflect.ValueOf(cfg).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == rule {
			return v.Field(i).Addr().Interface()
		}
	}
	panic("plugin: config.Config has no section " + rule) // the tests construct every rule
}

func ruleNames() []string {
	var names []string
	for _, rule := range analyzers.Suite {
		names = append(names, rule.Name)
	}
	return names
}
