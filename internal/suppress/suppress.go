// Package suppress is how every rule reports: it honours //lint:ignore
// directives in all drivers alike, drops findings that nobody wants from any
// rule, and reports the directives that are themselves wrong.
package suppress

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/prodvet/prodvet/internal/nearest"
)

// Reporter reports the findings of one rule about one package.
type Reporter struct {
	pass       *analysis.Pass
	directives []directive
	silent     map[*token.File]bool // generated files and tests
}

// directive is one rule name of a //lint:ignore or //lint:file-ignore comment.
type directive struct {
	pos, end  token.Pos
	wholeFile bool
	file      *token.File
	line      int // of the node that the comment is attached to
	used      bool
}

// Rules are the names of the suite's rules. A directive that names none of them
// is another tool's, unless the name is one of these with a slip of the pen.
// A test holds the list against the suite.
var Rules = []string{"corswildcard", "errenvelope", "goroutinerecover", "middlewareorder", "processexit"}

// New returns a reporter for the rule that pass runs.
//
// Findings in generated files and in tests are dropped: nobody edits the
// former by hand, and the latter do not run in production.
//
// The rule must call Close when it has reported everything.
func New(pass *analysis.Pass) *Reporter {
	r := &Reporter{pass: pass, silent: make(map[*token.File]bool)}
	for _, f := range pass.Files {
		tf := pass.Fset.File(f.FileStart)
		if tf != nil && (strings.HasSuffix(tf.Name(), "_test.go") || ast.IsGenerated(f)) {
			r.silent[tf] = true
		}
	}
	for _, d := range lint.ParseDirectives(withDirectives(pass.Files), pass.Fset) {
		r.add(d)
	}
	return r
}

// withDirectives returns the files that have a directive at all: few have, and
// to parse them means to attach every comment of the file to its node.
func withDirectives(files []*ast.File) []*ast.File {
	return slices.DeleteFunc(slices.Clone(files), func(f *ast.File) bool {
		return !slices.ContainsFunc(f.Comments, func(g *ast.CommentGroup) bool {
			return slices.ContainsFunc(g.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//lint:") })
		})
	})
}

// add records d if it names the rule, and reports what is wrong with it.
func (r *Reporter) add(d lint.Directive) {
	wholeFile := d.Command == "file-ignore"
	if !wholeFile && d.Command != "ignore" || len(d.Arguments) == 0 {
		return
	}
	rule := r.pass.Analyzer.Name
	for name := range strings.SplitSeq(d.Arguments[0], ",") {
		c := d.Directive
		if name != rule {
			if !slices.Contains(Rules, name) && nearest.Name(name, Rules) == rule {
				r.directive(c, fmt.Sprintf("//lint:%s names %q, which is no rule; did you mean %q?", d.Command, name, rule))
			}
			continue
		}
		if len(d.Arguments) < 2 {
			r.directive(c, fmt.Sprintf("//lint:%s %s has no reason and is not honoured; write why after the rule's name", d.Command, rule))
			continue
		}
		r.directives = append(r.directives, directive{
			pos:       c.Pos(),
			end:       c.End(),
			wholeFile: wholeFile,
			file:      r.pass.Fset.File(c.Pos()),
			line:      r.pass.Fset.PositionFor(d.Node.Pos(), false).Line,
		})
	}
}

// directive reports a faulty directive. It cannot itself be suppressed.
func (r *Reporter) directive(c *ast.Comment, message string) {
	r.pass.Report(analysis.Diagnostic{Pos: c.Pos(), End: c.End(), Category: "directive", Message: message})
}

// Report reports d unless a directive suppresses it or its file is silent.
func (r *Reporter) Report(d analysis.Diagnostic) {
	if !r.Suppressed(d.Pos) {
		r.pass.Report(d)
	}
}

// Suppressed reports whether a finding at pos would not be reported, and counts
// the directive that says so as used. Rules call it for what they would report
// in another package.
func (r *Reporter) Suppressed(pos token.Pos) bool {
	if r.Silent(pos) {
		return true
	}
	suppressed := false
	for i := range r.directives {
		if r.directives[i].covers(r.pass.Fset, pos) {
			r.directives[i].used = true
			suppressed = true
		}
	}
	return suppressed
}

// For returns the reporter of a rule to a summary whose facts carry findings of
// the rule to other packages: it asks Suppressed, and reports nothing.
func For(pass *analysis.Pass, rule string) *Reporter {
	p := *pass
	p.Analyzer = &analysis.Analyzer{Name: rule}
	p.Report = func(analysis.Diagnostic) {}
	return New(&p)
}

// Rule returns the name of the rule that reports.
func (r *Reporter) Rule() string { return r.pass.Analyzer.Name }

// Silent reports whether findings at pos are dropped, because its file is
// generated or a test. Rules use it to spare work.
func (r *Reporter) Silent(pos token.Pos) bool {
	return r.silent[r.pass.Fset.File(pos)]
}

// Close reports the directives that suppressed nothing.
func (r *Reporter) Close() {
	for _, d := range r.directives {
		if !d.used && !r.silent[d.file] {
			r.pass.Report(analysis.Diagnostic{
				Pos:      d.pos,
				End:      d.end,
				Category: "directive",
				Message:  fmt.Sprintf("//lint:ignore %s suppresses nothing; remove it", r.pass.Analyzer.Name),
			})
		}
	}
}

// covers reports whether the directive stands for a finding at pos: on the
// finding's line, or on the statement or declaration that begins there.
func (d directive) covers(fset *token.FileSet, pos token.Pos) bool {
	return fset.File(pos) == d.file && (d.wholeFile || fset.PositionFor(pos, false).Line == d.line)
}
