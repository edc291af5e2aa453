package vetunit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/internal/vetjson"
)

// Tool is what the protocol needs to know of the suite.
type Tool struct {
	// Analyzers returns the rules as configured for the module around dir. The
	// error is shown to the user as it is.
	Analyzers func(dir string) ([]*analysis.Analyzer, error)
	// WriteIdentity writes to w whatever the results for the module around dir
	// depend on besides the executable and the flags: the configuration.
	WriteIdentity func(w io.Writer, dir string) error
}

// IsInvocation reports whether args (without the program's name) are cmd/go's:
// -V=full, -flags, or flags and one .cfg file.
func IsInvocation(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return last == "-V=full" || last == "-flags" || strings.HasSuffix(last, ".cfg")
}

// Main answers one invocation by cmd/go and returns the exit code: 0, or 1 with
// the reason on stderr.
func (t *Tool) Main(args []string) int {
	if err := t.main(args); err != nil {
		if !isSourceError(err) {
			err = fmt.Errorf("prodvet: %w", err)
		}
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func (t *Tool) main(args []string) error {
	switch last := args[len(args)-1]; {
	case last == "-V=full":
		return t.printIdentity(os.Stdout)
	case last == "-flags":
		return t.printFlags(os.Stdout)
	default:
		return t.unit(args[:len(args)-1], last)
	}
}

// printIdentity prints the line by which cmd/go knows the tool. Its last field
// is part of the key under which cmd/go caches the results: a hash of the
// executable and of the configuration, so that an edited configuration is
// never answered from the cache.
func (t *Tool) printIdentity(w io.Writer) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(exe)
	if err != nil {
		return err
	}
	defer f.Close() // read only: nothing can be lost
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := t.WriteIdentity(h, dir); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s version devel prodvet buildID=%s\n", baseName(os.Args[0]), hex.EncodeToString(h.Sum(nil)))
	return err
}

// printFlags prints the flags that cmd/go may pass on, in JSON.
func (t *Tool) printFlags(w io.Writer) error {
	analyzers, err := t.Analyzers("")
	if err != nil {
		return err
	}
	type jsonFlag struct {
		Name, Usage string
		Bool        bool
	}
	var flags []jsonFlag
	newFlags(analyzers).set.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		flags = append(flags, jsonFlag{Name: f.Name, Bool: ok && b.IsBoolFlag(), Usage: f.Usage})
	})
	data, err := json.Marshal(flags)
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// unit answers for the package that cfgFile describes.
func (t *Tool) unit(args []string, cfgFile string) error {
	cfg, err := readConfig(cfgFile)
	if err != nil {
		return err
	}
	fix := slices.ContainsFunc(args, func(a string) bool { return a == "-fix" || a == "-fix=true" })
	rules := func() ([]*analysis.Analyzer, error) { return t.rules(cfg, args) }
	if !fix {
		answered, err := gated(cfg)
		if err != nil {
			return err
		}
		if answered {
			return passFacts(cfg, rules)
		}
	}
	analyzers, err := rules()
	if err != nil {
		return err
	}
	if fix {
		// Fixing is rare and wants no gate: the library does it, from types
		// that it passes along in vetx files of its own. The flag is part of
		// cmd/go's cache key, so the two kinds of files never meet.
		unitchecker.Main(analyzers...)
	}
	out, err := analyze(cfg, analyzers, slices.Contains(args, "-"+LinkFlag) || slices.Contains(args, "-"+LinkFlag+"=true"))
	if err != nil {
		if cfg.SucceedOnTypecheckFailure && isSourceError(err) {
			return nil // the compiler reports it
		}
		return err
	}
	return write(cfg, out)
}

// rules returns the rules to run on the unit, with the configuration of its
// module and the flags in args.
func (t *Tool) rules(cfg *unitchecker.Config, args []string) ([]*analysis.Analyzer, error) {
	dir := ""
	if inMainModule(cfg) {
		dir = cfg.Dir
	}
	analyzers, err := t.Analyzers(dir)
	if err != nil {
		return nil, err
	}
	fl := newFlags(analyzers)
	if err := fl.set.Parse(args); err != nil {
		return nil, err
	}
	return fl.enabled(analyzers), nil
}

// write writes the outcomes to where cmd/go wants them. Without any it writes
// nothing: cmd/go takes a missing file for an empty one.
func write(cfg *unitchecker.Config, out map[string]vetjson.Outcome) error {
	if len(out) == 0 {
		return nil
	}
	var data []byte
	if o, ok := out[vetjson.SummaryName]; ok {
		line, err := json.Marshal(vetjson.Tree{cfg.ID: {vetjson.SummaryName: o}}) // not indented: it is long
		if err != nil {
			return err
		}
		data = append(data, line...)
		data = append(data, '\n')
		delete(out, vetjson.SummaryName)
	}
	if len(out) > 0 {
		tree, err := json.MarshalIndent(vetjson.Tree{cfg.ID: out}, "", "\t")
		if err != nil {
			return err
		}
		data = append(append(data, tree...), '\n')
	}
	if cfg.Stdout == "" {
		_, err := os.Stdout.Write(data)
		return err
	}
	return os.WriteFile(cfg.Stdout, data, 0o666)
}

// LinkFlag is the flag by which prodvet asks for the packages' summaries. It is
// a flag, and not a variable of the environment, so that it is part of cmd/go's
// cache key.
const LinkFlag = "prodvet.link"

// flags are the flags of one invocation: each analyzer's switch and options,
// and those of the protocol.
type flags struct {
	set      *flag.FlagSet
	switches map[string]*Switch
}

func newFlags(analyzers []*analysis.Analyzer) *flags {
	f := &flags{set: flag.NewFlagSet("prodvet", flag.ContinueOnError)}
	f.set.SetOutput(io.Discard) // the error is returned
	f.set.Bool("json", false, "print findings as JSON (cmd/go always asks for it)")
	f.set.Bool(LinkFlag, false, "add summaries for prodvet's whole-program step to the JSON (prodvet itself asks for it)")
	f.set.Bool("fix", false, "apply the findings' fixes")
	f.set.Bool("diff", false, "with -fix, print the changes and apply nothing")
	f.switches = RuleFlags(f.set, analyzers)
	return f
}

// RuleFlags defines in set a switch for each rule and a flag for each of its
// options, as go vet does for its own analyzers, and returns the switches.
func RuleFlags(set *flag.FlagSet, rules []*analysis.Analyzer) map[string]*Switch {
	switches := make(map[string]*Switch)
	for _, a := range rules {
		switches[a.Name] = new(Switch)
		set.Var(switches[a.Name], a.Name, "run "+a.Name+" (if any rule is so named, only those run)")
		a.Flags.VisitAll(func(o *flag.Flag) { set.Var(o.Value, a.Name+"."+o.Name, o.Usage) })
	}
	return switches
}

// enabled returns the analyzers to run: those switched on if there are any,
// else all but those switched off, as go vet does it.
func (f *flags) enabled(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	anyOn := false
	for _, s := range f.switches {
		anyOn = anyOn || *s == on
	}
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool {
		s := *f.switches[a.Name]
		return s == off || anyOn && s != on
	})
}

// Switch is a boolean flag that knows whether it was set.
type Switch int

const (
	unset Switch = iota
	on
	off
)

// IsBoolFlag makes "-rule" stand for "-rule=true".
func (s *Switch) IsBoolFlag() bool { return true }

// String returns "true" or "false".
func (s *Switch) String() string { return strconv.FormatBool(s != nil && *s == on) }

// Set parses "true" or "false".
func (s *Switch) Set(text string) error {
	b, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("%q is neither true nor false", text)
	}
	*s = off
	if b {
		*s = on
	}
	return nil
}
