package plugin

import (
	"fmt"
	"maps"
	"slices"

	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/options"
)

// decodeSingle returns the configuration in which conf, the settings of the
// linter that is one rule, is the rule's section.
func decodeSingle(rule string, conf any) (config.Config, error) {
	var cfg config.Config
	if err := decode(cfg.Section(rule), conf); err != nil {
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
	rules := config.Rules()
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		switch {
		case key == "disable":
			err = decodeDisable(&cfg, settings[key])
		case slices.Contains(rules, key):
			if err = decode(cfg.Section(key), settings[key]); err != nil {
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

// decodeDisable sets the rules of cfg that do not run.
func decodeDisable(cfg *config.Config, conf any) error {
	var list struct {
		Disable []string `json:"disable" doc:"rules that do not run"`
	}
	if err := options.Decode(&list, map[string]any{"disable": conf}); err != nil {
		return err
	}
	cfg.Disable = list.Disable
	return cfg.Validate()
}
