package plugin

import (
	"errors"
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
	if err == nil {
		err = decodeSections(&cfg, settings)
	}
	if err != nil {
		return config.Config{}, fmt.Errorf("settings of %s: %w", Bundle, err)
	}
	return cfg, nil
}

// decodeSections sets cfg from a table with its sections and other keys.
func decodeSections(cfg *config.Config, settings map[string]any) error {
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		if key == "disable" {
			if err := decodeDisable(cfg, settings[key]); err != nil {
				return err
			}
			continue
		}
		section := cfg.Section(key)
		if key == "deployment" {
			return errors.New("deployment: the rules read no files in golangci-lint; only the prodvet command does, with this section in .prodvet.yml")
		}
		if section == nil {
			return options.UnknownKey(key, append([]string{"disable"}, config.Rules()...))
		}
		if err := decode(section, settings[key]); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return cfg.Validate()
}

// decodeDisable sets the list of rules that do not run.
func decodeDisable(cfg *config.Config, conf any) error {
	var list struct {
		Disable []string `json:"disable" doc:"rules that do not run"`
	}
	err := options.Decode(&list, map[string]any{"disable": conf})
	cfg.Disable = list.Disable
	return err
}

// decode sets the fields of a rule's section from conf.
func decode(section, conf any) error {
	settings, err := options.Table(conf)
	if err != nil {
		return err
	}
	return options.Decode(section, settings)
}
