package frameworks

const pathTwirp = "github.com/twitchtv/twirp"

// twirp is github.com/twitchtv/twirp, run at v8.1.3.
var twirp = &Framework{
	Name:     "twirp",
	Packages: []string{pathTwirp},
	Writers: []Writer{
		{Func: Func{pathTwirp, "", "WriteError"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "msg", "meta?"}},
	},
	Errors: &Errors{
		Values: []ErrorValue{
			{Func: Func{pathTwirp, "", "NewError"}, Status: 0, Codes: twirpCodes, Message: 1},
			{Func: Func{pathTwirp, "", "NewErrorf"}, Status: 0, Codes: twirpCodes, Message: 1},
			{Func: Func{pathTwirp, "ErrorCode", "Error"}, Status: None, Codes: twirpCodes, Message: 0},
			{Func: Func{pathTwirp, "ErrorCode", "Errorf"}, Status: None, Codes: twirpCodes, Message: 0},
			{Func: Func{pathTwirp, "", "NotFoundError"}, Status: None, Fixed: 404, Message: 0},
			{Func: Func{pathTwirp, "", "InvalidArgumentError"}, Status: None, Fixed: 400, Message: 0},
			{Func: Func{pathTwirp, "", "RequiredArgumentError"}, Status: None, Fixed: 400, Message: 0},
			{Func: Func{pathTwirp, "", "InternalError"}, Status: None, Fixed: 500, Message: 0},
			{Func: Func{pathTwirp, "", "InternalErrorf"}, Status: None, Fixed: 500, Message: 0},
			{Func: Func{pathTwirp, "", "InternalErrorWith"}, Status: None, Fixed: 500, Message: 0},
		},
		Same:     []Func{{pathTwirp, "Error", "WithMeta"}},
		Kind:     BodyJSON,
		Keys:     []string{"code:string", "msg:string"},
		Protocol: true,
	},
}

var twirpCodes = map[string]int{
	"canceled": 408, "unknown": 500, "invalid_argument": 400, "malformed": 400, "deadline_exceeded": 408, "not_found": 404,
	"bad_route": 404, "already_exists": 409, "permission_denied": 403, "unauthenticated": 401, "resource_exhausted": 429,
	"failed_precondition": 412, "aborted": 409, "out_of_range": 400, "unimplemented": 501, "internal": 500, "unavailable": 503,
	"data_loss": 500,
}
