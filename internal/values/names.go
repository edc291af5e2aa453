package values

import (
	"slices"
	"strings"
	"unicode"
)

var (
	// developmentNames are words in the name of a function that is there for
	// development. A function with "debug" in its name may well serve in
	// production.
	developmentNames = []string{"dev", "devel", "develop", "development"}

	// developmentPackages are words in the last element of a package's path.
	developmentPackages = append([]string{"devserver", "devtools", "devtool"}, developmentNames...)

	// developmentWords are words of conditions and build tags.
	developmentWords = append([]string{
		"debug", "debugging", "local", "localhost", "localdev", "localdevelopment",
		"test", "tests", "testing", "e2e", "devmode", "debugmode", "testmode", "nonprod", "nonproduction",
	}, developmentNames...)

	productionWords = []string{"prod", "production", "release", "prd", "prodmode"}

	// negations turn what a name says into its opposite.
	negations = []string{"no", "not", "non", "un", "without", "skip", "disable", "disabled", "never", "except"}
)

// tellsDevelopment reports whether a name says development: isDev, DEBUG, notProduction.
func tellsDevelopment(name string, words []string) bool {
	w := Words(name)
	if slices.ContainsFunc(w, in(negations)) {
		return slices.ContainsFunc(w, in(productionWords)) && !slices.ContainsFunc(w, in(words))
	}
	return slices.ContainsFunc(w, in(words)) && !slices.ContainsFunc(w, in(productionWords))
}

// tellsProduction reports whether a name says production: isProd, ReleaseMode, noDev.
func tellsProduction(name string) bool {
	w := Words(name)
	if slices.ContainsFunc(w, in(negations)) {
		return slices.ContainsFunc(w, in(developmentWords)) && !slices.ContainsFunc(w, in(productionWords))
	}
	return slices.ContainsFunc(w, in(productionWords)) && !slices.ContainsFunc(w, in(developmentWords))
}

func in(words []string) func(string) bool {
	return func(w string) bool { return slices.Contains(words, w) }
}

// Words returns the words that a name is made of, in lower case: "APIKeyForDev"
// is api, key, for, dev; "is_dev-mode" is is, dev, mode.
func Words(name string) []string {
	var words []string
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		runes := []rune(part)
		start := 0
		for i := 1; i <= len(runes); i++ {
			if i == len(runes) || unicode.IsUpper(runes[i]) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
				words = append(words, strings.ToLower(string(runes[start:i])))
				start = i
			}
		}
	}
	return words
}
