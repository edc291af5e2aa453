package frameworks

const pathTwirp = "github.com/twitchtv/twirp"

// twirp is github.com/twitchtv/twirp, run at v8.1.3.
var twirp = &Framework{
	Name:     "twirp",
	Packages: []string{pathTwirp},
	Writers: []Writer{
		{Func: Func{pathTwirp, "", "WriteError"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "msg", "meta?"}},
	},
}
