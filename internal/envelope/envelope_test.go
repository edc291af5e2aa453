package envelope_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/envelope"
)

// A few forms: the comment says what they are in a service.
func js(shape string, n int) envelope.Form {
	return envelope.Form{Kind: envelope.JSON, Shape: shape, Sites: n}
}
func text(n int) envelope.Form                   { return envelope.Form{Kind: envelope.Text, Sites: n} }
func empty(n int) envelope.Form                  { return envelope.Form{Kind: envelope.Empty, Sites: n} }
func page(n int) envelope.Form                   { return envelope.Form{Kind: envelope.HTML, Sites: n} }
func other(n int) envelope.Form                  { return envelope.Form{Kind: envelope.Other, Sites: n} }
func by(h string, f envelope.Form) envelope.Form { f.Helper = h; return f }
func answers(f envelope.Form) envelope.Form      { f.Sites, f.Answers = 0, f.Sites; return f }
func central(f envelope.Form) envelope.Form {
	f.Sites, f.Central, f.Via = 0, true, "m.Err"
	return f
}
func via(f envelope.Form) envelope.Form { f.Via = "m.Err"; return f }
func carried() envelope.Form            { return via(envelope.Form{Kind: envelope.Carried, Sites: 40}) }

func TestText(t *testing.T) {
	for _, text := range []string{"", "{}", "success:bool,message:string,data?,extra", "error?:object,code?:number,...", "...", "(array)", "(null)", "a:null"} {
		if got := envelope.TextOf(envelope.ShapeOf(text)); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// TestInfer has the thresholds: what dominates, and what just does not.
func TestInfer(t *testing.T) {
	type want struct {
		kind         envelope.Kind
		shape        string
		helper       string
		sites, total int
	}
	for name, test := range map[string]struct {
		forms []envelope.Form
		want  want // the zero want: none dominates
	}{
		"nothing":                  {nil, want{}},
		"two are no convention":    {[]envelope.Form{js("error:string", 2)}, want{}},
		"three are":                {[]envelope.Form{js("error:string", 3)}, want{envelope.JSON, "error:string", "", 3, 3}},
		"three of four":            {[]envelope.Form{js("error:string", 3), text(1)}, want{envelope.JSON, "error:string", "", 3, 4}},
		"less than three of four":  {[]envelope.Form{js("error:string", 74), text(20), empty(6)}, want{}},
		"text and empty are plain": {[]envelope.Form{text(50), empty(26), js("error:string", 24)}, want{envelope.Text, "", "", 76, 100}},
		"mostly a status alone":    {[]envelope.Form{text(26), empty(50), js("error:string", 24)}, want{envelope.Empty, "", "", 76, 100}},
		"pages":                    {[]envelope.Form{page(80), text(16)}, want{envelope.HTML, "", "", 80, 96}},
		"pages beside an API":      {[]envelope.Form{js("error:string", 12), page(9)}, want{envelope.JSON, "error:string", "", 12, 12}},
		"more pages than API":      {[]envelope.Form{js("error:string", 12), page(13)}, want{}},
		"streams say nothing":      {[]envelope.Form{js("error:string", 4), other(90)}, want{envelope.JSON, "error:string", "", 4, 4}},
		"protocols say nothing":    {[]envelope.Form{js("error:string,error_description:string", 9), text(4)}, want{envelope.Text, "", "", 4, 4}},
		"further keys":             {[]envelope.Form{js("error:string", 40), js("error:string,details:array", 35), js("error:string,code:number", 30)}, want{envelope.JSON, "error:string", "", 105, 105}},
		"the most specific one":    {[]envelope.Form{js("success:bool,message:string", 170), js("message:string", 3)}, want{envelope.JSON, "success:bool,message:string", "", 173, 173}},
		"another order of keys":    {[]envelope.Form{js("success:bool,message:string", 2), js("message:string,success:bool", 2)}, want{envelope.JSON, "success:bool,message:string", "", 4, 4}},
		"types that differ":        {[]envelope.Form{js("code:number,data:null", 5), js("code:number,data:object", 5), js("code:number,data:array", 1)}, want{envelope.JSON, "code:number,data", "", 11, 11}},
		"two shapes":               {[]envelope.Form{js("error:object", 11), js("success:bool,message:string", 11)}, want{envelope.JSON, "", "", 22, 22}},
		"only optional keys":       {[]envelope.Form{js("error?:string,errorCode?:number", 425)}, want{envelope.JSON, "error?:string,errorCode?:number", "", 425, 425}},
		"an unknown shape":         {[]envelope.Form{by("m/r.Error", js("", 90)), text(2)}, want{envelope.JSON, "", "m/r.Error", 90, 92}},
		"a helper":                 {[]envelope.Form{by("m/r.Error", js("error:string", 9)), js("error:string", 3)}, want{envelope.JSON, "error:string", "m/r.Error", 12, 12}},
		"too seldom a helper":      {[]envelope.Form{by("m/r.Error", js("error:string", 8)), js("error:string", 3)}, want{envelope.JSON, "error:string", "", 11, 11}},
		"answers with the keys":    {[]envelope.Form{js("code:number,msg:string", 9), answers(js("code:number,msg:string", 900)), empty(100)}, want{envelope.JSON, "code:number,msg:string", "", 909, 1009}},
		"answers with other keys":  {[]envelope.Form{js("error:string", 9), answers(js("data:object", 900))}, want{envelope.JSON, "error:string", "", 9, 9}},
		"nothing but answers":      {[]envelope.Form{answers(js("code:number,msg:string", 900)), empty(2)}, want{envelope.JSON, "code:number,msg:string", "", 900, 902}},
		"handed on":                {[]envelope.Form{carried(), central(js("error:string", 1))}, want{envelope.JSON, "error:string", "", 40, 40}},
		"handed on to text":        {[]envelope.Form{carried(), central(text(1)), js("error:string", 2)}, want{envelope.Text, "", "", 40, 42}},
		"handed on to whatever":    {[]envelope.Form{carried(), js("error:string", 3)}, want{envelope.JSON, "error:string", "", 3, 3}},
		"answered in two ways":     {[]envelope.Form{carried(), central(text(1)), central(js("error:string", 1))}, want{envelope.JSON, "error:string", "", 40, 40}},
		"with further keys":        {[]envelope.Form{carried(), central(js("error:string,fields:object", 1)), central(js("error:string", 1))}, want{envelope.JSON, "error:string", "", 40, 40}},
		"in two shapes":            {[]envelope.Form{carried(), central(js("message:string", 1)), central(js("error:string", 1))}, want{envelope.JSON, "", "", 40, 40}},
		"a framework's answer":     {[]envelope.Form{via(js("message:string", 40))}, want{envelope.JSON, "message:string", "", 40, 40}},
		"the project's instead":    {[]envelope.Form{via(js("message:string", 40)), central(js("error:string", 1))}, want{envelope.JSON, "error:string", "", 40, 40}},
	} {
		c, ok := envelope.Infer(test.forms)
		got := want{c.Kind, envelope.TextOf(c.Shape), c.Helper, c.Sites, c.Total}
		if !ok {
			got = want{}
		}
		if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(want{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestSurface says whose convention a package has, in a service of a hundred
// errors in JSON.
func TestSurface(t *testing.T) {
	service := []envelope.Form{js("error:string", 100)}
	for name, test := range map[string]struct {
		own, service []envelope.Form
		want         envelope.Kind // "" if none
	}{
		"its own":                      {[]envelope.Form{text(3)}, service, envelope.Text},
		"too few for one":              {[]envelope.Form{text(2)}, service, envelope.JSON},
		"mixed, mostly as the service": {[]envelope.Form{js("error:string", 4), text(4)}, service, envelope.JSON},
		"mixed, mostly not":            {[]envelope.Form{js("error:string", 3), text(4)}, service, ""},
		"pages":                        {[]envelope.Form{page(2), text(1)}, service, ""},
		"a small service":              {[]envelope.Form{text(1)}, []envelope.Form{js("error:string", 9), text(1)}, ""},
		"errors or not":                {[]envelope.Form{text(1)}, []envelope.Form{answers(js("code:number", 99))}, ""},
		"no convention":                {[]envelope.Form{text(1)}, []envelope.Form{js("error:string", 50), text(50)}, ""},
	} {
		c, ok := envelope.Surface(test.own, test.service)
		if !ok {
			c.Kind = ""
		}
		if c.Kind != test.want {
			t.Errorf("%s: %q, want %q", name, c.Kind, test.want)
		}
	}
}

// TestStrays: what is done twice is done on purpose.
func TestStrays(t *testing.T) {
	most := js("error:string,code:number", 90)
	for name, test := range map[string]struct {
		service []envelope.Form
		shape   string
		want    bool
	}{
		"once":                     {[]envelope.Form{most, js("message:string", 1)}, "message:string", true},
		"twice":                    {[]envelope.Form{most, js("message:string", 2)}, "message:string", false},
		"in another order":         {[]envelope.Form{most, js("a:string,b:string", 1), js("b:string,a:string", 1)}, "a:string,b:string", false},
		"with the keys":            {[]envelope.Form{most, js("code:number,error:string,more:array", 1)}, "code:number,error:string,more:array", false},
		"with another type":        {[]envelope.Form{most, js("code:string,error:string", 1)}, "code:string,error:string", false},
		"a protocol's":             {[]envelope.Form{most, js("error:string,error_description:string", 1)}, "error:string,error_description:string", false},
		"open":                     {[]envelope.Form{most, js("message:string,...", 1)}, "message:string,...", false},
		"an array":                 {[]envelope.Form{most, js("(array)", 1)}, "(array)", false},
		"less than nine of ten":    {[]envelope.Form{most, js("x:string", 11), js("message:string", 1)}, "message:string", false},
		"fewer than ten":           {[]envelope.Form{js("error:string,code:number", 9), js("message:string", 1)}, "message:string", false},
		"where text is the custom": {[]envelope.Form{text(90), js("message:string", 1)}, "message:string", false},
	} {
		c, _ := envelope.Infer(test.service)
		if got := c.Strays(envelope.ShapeOf(test.shape), test.service); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestSummarise(t *testing.T) {
	s := envelope.Summarise([]envelope.Package{
		{Path: "m/api", Forms: []envelope.Form{js("success:bool,message:string", 30), js("message:string,success:bool", 5)}},
		{Path: "m/relay", Forms: []envelope.Form{js("error:object", 4), text(1)}},
		{Path: "m/text", Forms: []envelope.Form{text(3)}},
		{Path: "m/mixed", Forms: []envelope.Form{text(2), js("success:bool,message:string", 2)}},
		{Path: "m/few", Forms: []envelope.Form{text(1), answers(js("data", 2))}},
	})
	if !s.Known || s.Convention.Keys() != "success and message" || s.Convention.Sites != 41 || s.Convention.Total != 48 {
		t.Errorf("%+v", s.Convention)
	}
	var rows []string
	for _, r := range s.Rows {
		rows = append(rows, string(r.Kind)+" "+r.Shape)
	}
	if diff := cmp.Diff([]string{"json success:bool,message:string", "text ", "json error:object"}, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	var surfaces []string
	for _, p := range s.Surfaces {
		surfaces = append(surfaces, p.Path+" "+string(p.Convention.Kind))
	}
	if diff := cmp.Diff([]string{"m/relay json", "m/text text", "m/mixed "}, surfaces); diff != "" {
		t.Errorf("surfaces (-want +got):\n%s", diff)
	}
}
