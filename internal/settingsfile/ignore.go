package settingsfile

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ignoreRule is a line of a .gitignore file.
type ignoreRule struct {
	folder  string // of the file; "" for the root, "../" each for those above
	pattern string
	keep    bool // with !
	folders bool // with / at the end
}

// ignores are the rules that hold in a folder, the last one that matches
// decides.
type ignores []ignoreRule

// ignoresAbove returns the rules of the repository's folders above the module
// in root, as far as they can matter.
func ignoresAbove(root string) ignores {
	var dirs []string
	for dir := root; !isRepository(dir); {
		parent := filepath.Dir(dir)
		if parent == dir {
			return nil // no repository: what lies above is none of ours
		}
		dir = parent
		dirs = append(dirs, dir)
	}
	var list ignores
	for i := len(dirs) - 1; i >= 0; i-- {
		rel, err := filepath.Rel(dirs[i], root)
		if err != nil {
			return nil
		}
		for _, r := range readIgnore(filepath.Join(dirs[i], ".gitignore"), "") {
			// In terms of the module: only what names it, something below it,
			// or any folder can match there.
			if rest, ok := strings.CutPrefix(r.pattern, filepath.ToSlash(rel)+"/"); ok {
				r.pattern = rest
				list = append(list, r)
			} else if strings.HasPrefix(r.pattern, "**/") {
				list = append(list, r)
			}
		}
	}
	return list
}

func isRepository(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// readIgnore returns the rules of a file that lies in the folder.
func readIgnore(name, folder string) (list ignores) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	for line := range strings.SplitSeq(normalizeText(data), "\n") {
		line = strings.TrimRight(line, " \t")
		if line == "" || line[0] == '#' {
			continue
		}
		r := ignoreRule{folder: folder}
		line, r.keep = strings.CutPrefix(line, "!")
		line, r.folders = strings.CutSuffix(line, "/")
		if rooted, ok := strings.CutPrefix(line, "/"); ok {
			line = rooted
		} else if !strings.Contains(line, "/") {
			line = "**/" + line
		}
		// Braces are no wildcards in .gitignore.
		r.pattern = strings.NewReplacer("{", `\{`, "}", `\}`).Replace(line)
		if doublestar.ValidatePattern(r.pattern) {
			list = append(list, r)
		}
	}
	return list
}

// match reports whether git ignores a file or folder in a folder that it does
// not ignore.
func (list ignores) match(name string, isFolder bool) bool {
	for i := len(list) - 1; i >= 0; i-- {
		r := list[i]
		if r.folders && !isFolder {
			continue
		}
		rel := name
		if r.folder != "" {
			var below bool
			if rel, below = strings.CutPrefix(name, r.folder+"/"); !below {
				continue
			}
		}
		if doublestar.MatchUnvalidated(r.pattern, rel) {
			return !r.keep
		}
	}
	return false
}

// in returns the rules that hold in a folder that has a .gitignore.
func (list ignores) in(root, folder string) ignores {
	own := readIgnore(filepath.Join(root, filepath.FromSlash(folder), ".gitignore"), folder)
	return append(list[:len(list):len(list)], own...)
}
