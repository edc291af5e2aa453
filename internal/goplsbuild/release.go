package goplsbuild

import (
	"fmt"
	"go/version"
	"slices"
	"strconv"
	"strings"
)

// release is a release of gopls.
type release struct {
	Version string
	Go      string            // the go line of its go.mod
	Require map[string]string // the module versions it requires
	Dir     string            // in the module cache; empty if Go is too new
}

// Oldest is the oldest gopls with whose golang.org/x/tools the suite compiles.
// Every Go that can build the suite can build it, too.
const Oldest = "v0.23.0"

// choose returns the newest stable release among versions, which are in
// ascending order, that goVersion can build.
func choose(versions []string, goVersion string, describe func(version string) (release, error)) (release, error) {
	var tooNew []string
	for _, v := range slices.Backward(versions) {
		if strings.Contains(v, "-") {
			continue // a pre-release
		}
		if tooOld(v) {
			break
		}
		r, err := describe(v)
		if err != nil {
			return release{}, err
		}
		if builds(goVersion, r.Go) {
			return r, nil
		}
		tooNew = append(tooNew, fmt.Sprintf("gopls %s needs Go %s", v, r.Go))
	}
	if tooNew == nil {
		return release{}, fmt.Errorf("no release of gopls from %s on is to be had; the suite needs one of them", Oldest)
	}
	return release{}, fmt.Errorf("%s is too old: %s; install a newer Go", goVersion, strings.Join(tooNew, ", "))
}

// force returns the release that the user asked for.
func force(v, goVersion string, describe func(version string) (release, error)) (release, error) {
	if _, ok := parse(v); !ok {
		return release{}, fmt.Errorf("-gopls %s: not a version such as %s", v, Oldest)
	}
	if tooOld(v) {
		return release{}, fmt.Errorf("-gopls %s: the suite needs gopls %s or newer", v, Oldest)
	}
	r, err := describe(v)
	if err != nil {
		return release{}, err
	}
	if !builds(goVersion, r.Go) {
		return release{}, fmt.Errorf("gopls %s needs Go %s or newer, but this is %s; install that Go, or leave out -gopls to build the newest gopls that fits", v, r.Go, goVersion)
	}
	return r, nil
}

// builds reports whether a Go of that version builds a module with that go line.
func builds(goVersion, goLine string) bool {
	return version.Compare(goVersion, "go"+goLine) >= 0
}

// tooOld reports whether v, a version that parse accepts, is older than Oldest.
func tooOld(v string) bool {
	a, _ := parse(v)
	b, _ := parse(Oldest)
	return slices.Compare(a, b) < 0
}

// parse returns the three numbers of a version, without what follows them.
func parse(v string) ([]int, bool) {
	v, ok := strings.CutPrefix(v, "v")
	if !ok {
		return nil, false
	}
	v, _, _ = strings.Cut(v, "-")
	var nums []int
	for s := range strings.SplitSeq(v, ".") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return nil, false
		}
		nums = append(nums, n)
	}
	return nums, len(nums) == 3
}
