package frameworks

import (
	"bytes"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// older are packages whose functions are those of a package that the fixtures
// require.
var older = map[string]string{pathEcho: pathEcho4, pathEchoMiddleware: pathEcho4Middleware}

// onlySome are functions that not all versions have which share their rows, and
// methods that types have besides an interface.
var onlySome = map[string]bool{
	pathEcho4 + ".Context.FileFS": true, pathEcho5 + ".Context.Error": true,
	pathFiber2 + ".Ctx.AutoFormat": true, pathFiber2 + ".Ctx.CBOR": true, pathFiber2 + ".Ctx.MsgPack": true,
	pathFiber2 + ".Ctx.SendStreamWriter": true, pathFiber2 + ".Ctx.Drop": true,
	pathFiber3 + ".Ctx.Redirect": true, pathFiber3 + ".Ctx.RedirectToRoute": true, pathFiber3 + ".Ctx.RedirectBack": true,
	pathFiber3 + ".Res.Redirect": true, pathFiber3 + ".Res.RedirectToRoute": true, pathFiber3 + ".Res.RedirectBack": true,
	pathHTTP + ".ResponseWriter.WriteString": true, pathHTTP + ".ResponseWriter.ReadFrom": true,
}

// TestWriters holds the rows of writers against the packages that the fixtures
// require: each function is there, and has the arguments that its row names.
func TestWriters(t *testing.T) {
	paths := make(map[string]bool)
	for _, f := range All() {
		for _, w := range f.Writers {
			paths[w.Pkg] = true
		}
		for _, r := range f.Renderers {
			paths[r.Pkg] = true
		}
	}
	imp := fixtureImporter(t, paths)
	for _, f := range All() {
		for _, w := range f.Writers {
			if onlySome[w.String()] || older[w.Pkg] != "" {
				continue
			}
			p, err := imp.Import(w.Pkg)
			if err != nil {
				t.Errorf("%s: %v", w.Pkg, err)
				continue
			}
			sig := signatureOf(p, w.Func)
			if sig == nil {
				t.Errorf("there is no %s", w.Func)
				continue
			}
			for what, i := range map[string]int{"status": w.Status, "body": w.Body, "content type": w.ContentType} {
				if i >= max(1, sig.Params().Len()) || i == 0 && what != "content type" && sig.Params().Len() == 0 {
					t.Errorf("%s has no argument %d, the %s", w.Func, i, what)
				}
			}
			if w.Status != None && !numberOrText(sig.Params().At(w.Status).Type()) {
				t.Errorf("argument %d of %s is %s, not a status", w.Status, w.Func, sig.Params().At(w.Status).Type())
			}
		}
		for _, r := range f.Renderers {
			if p, err := imp.Import(r.Pkg); err != nil || field(p, r) == nil {
				t.Errorf("%s.%s has no field %s (error: %v)", r.Pkg, r.Name, r.Field, err)
			}
		}
	}
}

func numberOrText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsString) != 0
}

// signatureOf returns the signature of a function, of a variable that holds one,
// or of a method; nil if there is none.
func signatureOf(p *types.Package, f Func) *types.Signature {
	obj := p.Scope().Lookup(f.Name)
	if f.Recv != "" {
		t := p.Scope().Lookup(f.Recv)
		if t == nil {
			return nil
		}
		obj, _, _ = types.LookupFieldOrMethod(t.Type(), true, p, f.Name)
	}
	if obj == nil {
		return nil
	}
	sig, _ := obj.Type().Underlying().(*types.Signature)
	return sig
}

func field(p *types.Package, r Renderer) types.Object {
	t := p.Scope().Lookup(r.Name)
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t.Type(), true, p, r.Field)
	return obj
}

// fixtureImporter imports packages as the module of the fixtures builds them.
func fixtureImporter(t *testing.T, paths map[string]bool) types.Importer {
	t.Helper()
	args := []string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}"}
	for p := range paths {
		if older[p] == "" {
			args = append(args, p)
		}
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = filepath.Join("..", "..", "testdata")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, stderr.Bytes())
	}
	files := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		files[path] = file
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
}
