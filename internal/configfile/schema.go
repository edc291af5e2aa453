package configfile

import (
	"encoding/json"

	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/settingsfile"
)

// Schema returns the JSON schema of .prodvet.yml, for editors.
func Schema() ([]byte, error) {
	rules := config.Rules()
	list := func(items any) object { return object{"type": "array", "items": items} }
	properties := object{
		extendsKey: object{"type": "string", "description": "path of a file, relative to this one, whose settings this one starts from"},
		"disable":  object{"type": "array", "items": object{"enum": rules}, "description": "rules that do not run"},
	}
	types := map[string]object{
		"bool":            {"type": "boolean"},
		"int":             {"type": "integer"},
		"string":          {"type": "string"},
		"list of strings": list(object{"type": "string"}),
	}
	var cfg config.Config
	section := func(of any) object {
		keys := object{}
		for _, o := range options.Of(of) {
			key := object{"description": o.Doc}
			for k, v := range types[o.Type] {
				key[k] = v
			}
			keys[o.Key] = key
		}
		return object{"type": []string{"object", "null"}, "properties": keys, "additionalProperties": false}
	}
	for _, rule := range rules {
		properties[rule] = section(cfg.Section(rule))
	}
	properties[deploymentKey] = section(settingsfile.Config{})
	data, err := json.MarshalIndent(object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "prodvet configuration (" + Name + ")",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
	}, "", "  ")
	return append(data, '\n'), err
}

type object = map[string]any
