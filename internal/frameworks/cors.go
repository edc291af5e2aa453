package frameworks

// CORS describes a library, or a part of a framework, that answers CORS
// requests: how its policies are written down, and what they let in.
// Source: the executed tables of CORS configurations, per library version.
type CORS struct {
	// Config is the options struct, and Fields are those of its fields that
	// decide who gets in, in the order in which the library asks them. A
	// library without one is configured by Options.
	Config Type
	Fields []CORSField
	// New are the functions that make middleware, or answer a request, by a
	// configuration.
	New []CORSConstructor
	// Options set what fields would: functions whose results are arguments of
	// New, and methods that are chained to the result of New.
	Options []CORSOption
	// Presets are functions and package variables that stand for a
	// configuration of their own.
	Presets []CORSPreset
	// Rules are what a configuration means, by version: the first whose Before
	// is above the version in use, or is "".
	Rules []CORSRules
	// Harmless are methods of a pointer to Config that leave alone who gets in.
	Harmless []Func
}

// CORSRole is what a part of a configuration decides.
type CORSRole int

const (
	// CORSOrigins is the list of the origins that are let in: strings, or one
	// string in which they are separated.
	CORSOrigins CORSRole = iota + 1
	// CORSHosts is a list of hosts that are let in with their subdomains,
	// whatever the scheme.
	CORSHosts
	// CORSRegexp is a regular expression that matches origins.
	CORSRegexp
	// CORSFunc is a function that decides about an origin.
	CORSFunc
	// CORSEveryone lets every origin in, by the answer "*".
	CORSEveryone
	// CORSCredentials allows credentials, CORSNoCredentials takes that back.
	CORSCredentials
	CORSNoCredentials
	// CORSWildcards makes entries of the list with "*" in them patterns.
	CORSWildcards
	// CORSUnsafe makes "*" with credentials answer the origin.
	CORSUnsafe
	// CORSPublicSuffixes takes back that patterns over a public suffix are
	// refused.
	CORSPublicSuffixes
)

// CORSField is a field of a configuration struct.
type CORSField struct {
	Name string
	Role CORSRole
}

// CORSOption is a function or method that sets one thing.
type CORSOption struct {
	Func
	Role CORSRole
	// Arg is the index of the argument that has the value, or of the first of
	// the strings that are one by one: None if the call says it all.
	Arg int
}

// CORSConstructor is a function that makes middleware, or answers a request.
type CORSConstructor struct {
	Func
	// Config is the index of the configuration or of the first option: None if
	// there is none. A variadic one may be left out.
	Config int
	// Origins is the index of the first of the origins that are given one by
	// one: None if there are none.
	Origins int
	// Preset is what the result stands for if options are chained to it.
	Preset *CORSPreset
}

// CORSPreset is a configuration that has a name.
type CORSPreset struct {
	Func             // a function, or a package variable
	Origins []string // as in the list
	// Anyone is let in, by the answer CORSOrigin.
	Anyone      bool
	Credentials bool
	// Complete says that it is middleware, or makes it: nothing is changed
	// afterwards.
	Complete bool
	// Before is the version from which on it is described by the next preset of
	// that name; "" if it still is so.
	Before string
}

// CORSAnswer is what the response to a request from somewhere says.
type CORSAnswer int

const (
	// CORSNothing lets nobody in.
	CORSNothing CORSAnswer = iota
	// CORSStar is "*": browsers refuse it for requests with credentials.
	CORSStar
	// CORSOrigin is the origin itself.
	CORSOrigin
	// CORSFails is no answer: the construction panics or returns an error.
	CORSFails
	// CORSAsStar is what "*" in the list gets.
	CORSAsStar
)

// CORSRules is what a configuration means.
type CORSRules struct {
	// Before is the version from which on other rules hold.
	Before string
	// Star is the answer if "*" is in the list, StarCredentials the same with
	// credentials.
	Star, StarCredentials CORSAnswer
	// StarAlone: "*" beside other origins fails. EveryoneAlone: so does
	// CORSEveryone beside origins or a function.
	StarAlone, EveryoneAlone bool
	// Empty is the answer without origins and function.
	Empty CORSAnswer
	// DefaultStar: a list that is not set is "*", whereas an empty one lets
	// nobody in.
	DefaultStar bool
	// EmptyWins: it is so even if there is a function.
	EmptyWins bool
	// Patterns says how an entry of the list is compared with the origin.
	Patterns CORSPatterns
	// Funcs says which of list and function decides.
	Funcs CORSFuncs
	// ListCredentials: whoever the list lets in may use credentials, without
	// any setting.
	ListCredentials bool
	// Shared: all policies of a process have one list.
	Shared bool
}

// CORSFuncs says which of the list and the function decides if there are both.
type CORSFuncs int

const (
	// CORSFuncReplaces means that the list is not consulted.
	CORSFuncReplaces CORSFuncs = iota
	// CORSFuncDecides means that the function decides; the answer is "*" if that is in
	// the list.
	CORSFuncDecides
	// CORSFuncAdds means that the function is asked about the origins that the list does
	// not let in.
	CORSFuncAdds
)

// CORSPatterns says how an entry of the list is compared with an origin.
type CORSPatterns int

const (
	// CORSExact compares them as text.
	CORSExact CORSPatterns = iota
	// CORSOneStar means that the first "*" stands for any text, others for themselves.
	CORSOneStar
	// CORSGin understands one "*", if CORSWildcards is true; more of them fail. An entry
	// in slashes is a regular expression. An entry without a scheme fails.
	CORSGin
	// CORSGinWildcard is CORSGin without regular expressions. With CORSGinLoose
	// moreover, "*" at the end takes the character before it along.
	CORSGinWildcard
	CORSGinLoose
	// CORSGlob means that "*" stands for any text, "?" for any character.
	CORSGlob
	// CORSStars means that "*" stands for any text.
	CORSStars
	// CORSComponents means that the labels of the host are compared from the last one on;
	// "*" in place of a label stands for all that is before it. The scheme must
	// be the same.
	CORSComponents
	// CORSSubdomain means that "https://*.example.com" stands for the subdomains; a "*"
	// elsewhere fails.
	CORSSubdomain
	// CORSSubdomainLoose means that "https://*.example.com" stands for everything that
	// ends in "example.com".
	CORSSubdomainLoose
	// CORSStrict is CORSSubdomain, but public suffixes and "null" fail, too.
	CORSStrict
	// CORSSuffix means that an entry is an origin, or a host whose subdomains are let in.
	CORSSuffix
	// CORSEnding means that an entry is whatever an origin ends with.
	CORSEnding
	// CORSURL compares them as text; an entry that is not an absolute URL fails.
	CORSURL
)
