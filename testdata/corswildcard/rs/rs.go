// Package rs holds policies made with github.com/rs/cors.
package rs

import (
	"net/http"
	"os"
	"regexp"
	"strings"

	xcors "github.com/rs/cors"
)

const star = "*"

var (
	everyone = []string{"*"}
	partners = []string{"https://partner.example"}
)

func badDefault(h http.Handler) http.Handler {
	return xcors.Default().Handler(h) // want `^xcors.Default\(\) lets every origin in, so any site can read the responses; use xcors.New with the origins that need access$`
}

func badAllowAll(h http.Handler) http.Handler {
	return xcors.AllowAll().Handler(h) // want `^xcors.AllowAll\(\) lets every origin in`
}

func badNothingSet() *xcors.Cors {
	return xcors.New(xcors.Options{}) // want `^xcors.Options without AllowedOrigins lets every origin in, so any site can read the responses; set AllowedOrigins$`
}

func badNothingSetButCredentials() *xcors.Cors {
	return xcors.New(xcors.Options{AllowCredentials: true}) // want `^xcors.Options without AllowedOrigins lets every origin in and AllowCredentials is true, so browsers refuse the responses to requests with credentials, and any site can read the others`
}

func badEmptyList() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowedOrigins:   []string{}, // want `^AllowedOrigins is empty, which lets every origin in, and AllowCredentials is true, so browsers refuse`
		AllowCredentials: true,
	})
}

func badNilList() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: nil}) // want `without AllowedOrigins lets every origin in`
}

func badFieldsOfNothing() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: strings.Fields("")}) // want `^AllowedOrigins is empty`
}

func badStar() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{"*"}}) // want `^AllowedOrigins has "\*", so any site can read the responses; list the origins that need access$`
}

func badStarAmongOthers() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowedOrigins: []string{
			"https://app.example",
			"*", // want `^AllowedOrigins has "\*", so "https://app.example" beside it is never consulted`
		},
		AllowCredentials: true,
	})
}

func badConstant() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{star}}) // want `has "\*"`
}

func badVariable() *xcors.Cors {
	origins := []string{
		"*", // want `has "\*"`
	}
	return xcors.New(xcors.Options{AllowedOrigins: origins})
}

func badPackageVariable() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: everyoneElse})
}

var everyoneElse = []string{
	"*", // want `has "\*"`
}

func badAppended(more []string) *xcors.Cors {
	origins := append(everyone[:0:0], more...)
	origins = append([]string{
		"*", // want `has "\*"`
	}, origins...)
	return xcors.New(xcors.Options{AllowedOrigins: origins})
}

func badSplit() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: strings.Split("https://a.example,*", ",")}) // want `has "\*"`
}

func badPointer() *xcors.Cors {
	opts := &xcors.Options{
		AllowedOrigins: []string{"*"}, // want `has "\*"`
	}
	opts.AllowCredentials = false
	return xcors.New(*opts)
}

func badStepwise() *xcors.Cors {
	var opts xcors.Options
	opts.AllowedOrigins = []string{"*"} // want `has "\*" and AllowCredentials is true`
	opts.AllowCredentials = true
	return xcors.New(opts)
}

func badReplaced() *xcors.Cors {
	opts := xcors.Options{AllowedOrigins: partners}
	opts.AllowedOrigins = []string{"*"} // want `has "\*"`
	return xcors.New(opts)
}

func badPattern() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{"https://*"}}) // want `^AllowedOrigins has "https://\*", which matches every origin of a scheme, so any site can read the responses`
}

func badPatternWithCredentials() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{"http*"}, AllowCredentials: true}) // want `^AllowedOrigins has "http\*", which matches every origin of a scheme, and AllowCredentials is true, so any site can send requests with the user's cookies and read the responses`
}

func badFunc() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginFunc:  func(string) bool { return true }, // want `^AllowOriginFunc lets every site in and AllowCredentials is true, so any site can send requests with the user's cookies and read the responses; compare the origin with those that need access$`
		AllowCredentials: true,
	})
}

func badFuncBesideList() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowedOrigins:  partners,
		AllowOriginFunc: yes, // want `^AllowOriginFunc lets every site in, so AllowedOrigins is never consulted and any site can read the responses`
	})
}

func yes(string) bool { return true }

func badRequestFunc() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginRequestFunc: func(_ *http.Request, origin string) bool { // want `AllowOriginRequestFunc lets every site in`
			if origin == "" {
				return false
			}
			return true
		},
	})
}

func badVaryFunc() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginVaryRequestFunc: func(*http.Request, string) (bool, []string) { return true, nil }, // want `AllowOriginVaryRequestFunc lets every site in`
	})
}

func badNotEmpty() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginFunc: func(o string) bool { return o != "" }, // want `AllowOriginFunc lets every site in`
	})
}

func badLength() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginFunc: func(o string) bool { return len(o) > 0 }, // want `AllowOriginFunc lets every site in`
	})
}

type guard struct{ list []string }

func (guard) all(origin string) bool { return yes(origin) }

func (g guard) listed(origin string) bool {
	for _, o := range g.list {
		if o == origin {
			return true
		}
	}
	return false
}

func badMethodValue() *xcors.Cors {
	return xcors.New(xcors.Options{AllowOriginFunc: guard{}.all}) // want `AllowOriginFunc lets every site in`
}

func okMethodValue() *xcors.Cors {
	return xcors.New(xcors.Options{AllowOriginFunc: guard{}.listed})
}

func okListed() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: partners, AllowCredentials: true})
}

func okSubdomains() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{"https://*.partner.example"}, AllowCredentials: true})
}

// The table says nobody: only the first star is one.
func okTwoStars() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: []string{"*://*", "**"}, AllowCredentials: true})
}

// The table says nobody: the list is [""], not empty.
func okSplitOfNothing() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: strings.Split("", ","), AllowCredentials: true})
}

func okFromEnvironment() *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: strings.Split(os.Getenv("ORIGINS"), ","), AllowCredentials: true})
}

func okFromParameter(origins []string) *xcors.Cors {
	return xcors.New(xcors.Options{AllowedOrigins: origins, AllowCredentials: true})
}

func okReplacedInTime() *xcors.Cors {
	opts := xcors.Options{AllowedOrigins: []string{"*"}}
	opts.AllowedOrigins = partners
	return xcors.New(opts)
}

func okMaybeReplaced(origins []string) *xcors.Cors {
	opts := xcors.Options{AllowedOrigins: []string{"*"}}
	if len(origins) > 0 {
		opts.AllowedOrigins = origins
	}
	return xcors.New(opts)
}

func okFilledByOthers(fill func(*xcors.Options)) *xcors.Cors {
	opts := xcors.Options{}
	fill(&opts)
	return xcors.New(opts)
}

// The function decides, whatever the list says.
func okFuncBeforeStar() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowedOrigins:  []string{"*"},
		AllowOriginFunc: regexp.MustCompile(`^https://partner\.example$`).MatchString,
	})
}

// The first function that is set decides.
func okFirstFunc() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginVaryRequestFunc: func(_ *http.Request, o string) (bool, []string) { return o == partners[0], nil },
		AllowOriginFunc:            yes,
	})
}

func okSuffix() *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginFunc: func(o string) bool { return strings.HasSuffix(o, ".partner.example") },
	})
}

func badBlocklist(blocked map[string]bool) *xcors.Cors {
	return xcors.New(xcors.Options{
		AllowOriginFunc: func(o string) bool { // want `^AllowOriginFunc lets every site in`
			if blocked[o] {
				return false
			}
			return true
		},
	})
}

func okNeverUsedForAnything() xcors.Options {
	return xcors.Options{}
}
