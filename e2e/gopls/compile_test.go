package gopls_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/prodvet/prodvet/internal/goplsbuild"
)

// The suite must compile with the golang.org/x/tools of every gopls that can be
// asked for, which is older than the one in its own go.mod. The newest gopls is
// built by the other tests; this one compiles with the oldest one's.
func TestSuiteCompilesForOldestGopls(t *testing.T) {
	root := repository(t)
	var downloaded struct{ GoMod string }
	decode(t, run(t, root, "go", "mod", "download", "-json", "golang.org/x/tools/gopls@"+goplsbuild.Oldest), &downloaded)
	var gopls struct {
		Require []struct{ Path, Version string }
	}
	decode(t, run(t, root, "go", "mod", "edit", "-json", downloaded.GoMod), &gopls)

	mod := filepath.Join(t.TempDir(), "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(filepath.Dir(mod), name), string(data))
	}
	pinned := 0
	for _, m := range gopls.Require {
		if m.Path == "golang.org/x/tools" || m.Path == "honnef.co/go/tools" {
			run(t, root, "go", "mod", "edit", "-replace="+m.Path+"="+m.Path+"@"+m.Version, mod)
			pinned++
		}
	}
	if pinned != 2 {
		t.Fatalf("gopls %s requires %d of the two modules", goplsbuild.Oldest, pinned)
	}
	run(t, root, "go", "build", "-mod=mod", "-modfile="+mod, "./analyzers/...")
}

func decode(t *testing.T, data string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(data), v); err != nil {
		t.Fatal(err)
	}
}
