package configfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/envelope"
)

// TestPropose: what is proposed is read back as it was meant, whatever a service
// is like.
func TestPropose(t *testing.T) {
	js := func(shape string, n int) []envelope.Form {
		return []envelope.Form{{Kind: envelope.JSON, Shape: shape, Sites: n}}
	}
	text := []envelope.Form{{Kind: envelope.Text, Sites: 9}}
	mixed := []envelope.Form{{Kind: envelope.Text, Sites: 2}, {Kind: envelope.JSON, Shape: "code:number,msg:string", Sites: 2}}
	for name, test := range map[string]struct {
		packages                  []envelope.Package
		fields, writers, surfaces []string
		comment                   string
	}{
		"nothing": {comment: "# No error responses were found."},
		"one envelope": {
			packages: []envelope.Package{{Path: "m/api", Forms: []envelope.Form{{Kind: envelope.JSON, Shape: "code:number,msg:string,data?", Helper: "m/api.Fail", Sites: 40}}}, {Path: "m/mixed", Forms: mixed}},
			fields:   []string{"code:number", "msg:string"}, writers: []string{"m/api.Fail"},
			comment: `#   - "./mixed none"`,
		},
		"a library's helper": {packages: []envelope.Package{{Path: "m", Forms: []envelope.Form{{Kind: envelope.JSON, Shape: "message:string", Helper: "github.com/labstack/echo/v4.NewHTTPError", Sites: 40}}}}, fields: []string{"message:string"}},
		"optional keys":      {packages: []envelope.Package{{Path: "m", Forms: js("error?:string,errorCode?:number", 9)}}, fields: []string{"error:string", "errorCode:number"}},
		"texts":              {packages: []envelope.Package{{Path: "m", Forms: text}}, comment: "# Errors are texts or a status alone"},
		"in no one way":      {packages: []envelope.Package{{Path: "m", Forms: append(js("error:string", 9), text...)}}, comment: "# No form of error responses dominates"},
		"surfaces": {
			packages: []envelope.Package{
				{Path: "m/api", Forms: js("code:number,msg:string", 90)}, {Path: "m/oauth/token", Forms: js("error:object", 3)}, {Path: "m/oauth/grant", Forms: js("error:object", 3)},
				{Path: "m/pages/feed", Forms: text}, {Path: "m/pages/api", Forms: js("code:number,msg:string", 9)}, {Path: "m/any", Forms: append(js("a", 3), js("b", 3)...)},
			},
			fields:   []string{"code:number", "msg:string"},
			surfaces: []string{"./oauth/... error:object", "./pages/feed none", "./any json"},
		},
		"by package only": {
			packages: []envelope.Package{{Path: "m/api", Forms: js("success:bool", 90)}, {Path: "m/relay/a", Forms: js("error:object", 50)}, {Path: "m/relay/b", Forms: js("error:object", 50)}},
			surfaces: []string{"./api success:bool", "./relay/... error:object"},
			comment:  "# Errors are JSON, but with no keys that dominate",
		},
		"keys that no option has":      {packages: []envelope.Package{{Path: "m", Forms: js("a b:string", 9)}}, comment: "# Errors are JSON"},
		"keys that YAML has words for": {packages: []envelope.Package{{Path: "m", Forms: js("on,null,1,@x:string,x-y", 9)}}, fields: []string{"on", "null", "1", "@x:string", "x-y"}},
		"returned values": {packages: []envelope.Package{{Path: "m", Forms: []envelope.Form{{Kind: envelope.JSON, Shape: "error:string", Sites: 1, Via: "m.Err", Central: true}, {Kind: envelope.Carried, Helper: "m.Err", Via: "m.Err", Sites: 9}}}},
			fields: []string{"error:string"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := configfile.Propose(envelope.Summarise(test.packages), "a table\n", "m")
			if !strings.Contains(string(got), test.comment) || !strings.Contains(string(got), "#   a table\n") {
				t.Errorf("no comment %q in\n%s", test.comment, got)
			}
			file := filepath.Join(t.TempDir(), configfile.Name)
			if err := os.WriteFile(file, got, 0o666); err != nil {
				t.Fatal(err)
			}
			f, err := configfile.Load(file)
			if err != nil {
				t.Fatalf("%v\n%s", err, got)
			}
			c := f.Config.ErrEnvelope
			if diff := cmp.Diff([][]string{test.fields, test.writers, test.surfaces}, [][]string{c.Fields, c.Writers, c.Surfaces}); diff != "" {
				t.Errorf("fields, writers, surfaces (-want +got):\n%s\n%s", diff, got)
			}
		})
	}
}
