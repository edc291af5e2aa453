package corswildcard

import "testing"

func TestPublic(t *testing.T) {
	c := Config{Public: []string{"example.com/api/feed everybody may read it", "example.com/open/... data for all"}}
	for path, want := range map[string]bool{
		"example.com/api/feed":                             true,
		"example.com/api/feed [example.com/api/feed.test]": true,
		"example.com/api/feed/admin":                       false,
		"example.com/open":                                 true,
		"example.com/open/deep/er":                         true,
		"example.com/opener":                               false,
		"example.com":                                      false,
	} {
		if got := c.public(path); got != want {
			t.Errorf("public(%q) = %t", path, got)
		}
	}
}

func TestValidate(t *testing.T) {
	for entry, want := range map[string]string{
		"example.com/open/... data for all": "",
		"example.com/open/...":              `public: "example.com/open/..." has no reason; write the packages and why they are open: example.com/api/feed/... everybody may read the feed`,
		" ":                                 `public: " " has no reason; write the packages and why they are open: example.com/api/feed/... everybody may read the feed`,
		"./open because":                    `public: "./open" is relative; write the import path`,
		"example.com/.../x because":         `public: "example.com/.../x" has ... before its end; it stands for what is below a package`,
	} {
		err := Config{Public: []string{entry}}.Validate()
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", entry, got, want)
		}
	}
}
