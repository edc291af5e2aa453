/*
Package errenvelope defines an analyzer that reports error responses outside
the error envelope of a service.

# Analyzer errenvelope

errenvelope: report error responses that are not in the team's error envelope

Clients of a JSON API read the body of an error response, so every error has
to have one form: the envelope. errenvelope reports the responses with an
error status, 400 to 599, that are sent as text, without a body, or as JSON
whose keys are not the envelope's. A status is a constant, a local variable
that only ever holds such constants, or a helper's parameter that is given
one; a text made of an error counts with any status that is not known. Where
the envelope is declared, so does JSON that says itself that it is an error,
with success false, status "error" or nothing but an error, whatever its status.

Bodies that contradict their own status or content type are reported in every
package, with an envelope or without.

What the envelope is, is taken from the first of these that there is:

  - the configuration of the surface that the package is on: keys of its own,
    json for JSON with whatever keys, or none;
  - the configuration: the keys, and functions that write it; and a comment
    //prodvet:envelope above a type, or above a function that writes it, in
    the package or in one of the same module that it imports;
  - one of two forms, where the package writes errors in it, itself or with a
    function that it imports: an object with success, statusCode and message,
    or the problem details of RFC 9457;
  - the form that clearly dominates on the surface, as below.

A surface is a package. Its convention is its own if at least three of its
errors, and three of four, are JSON, or texts and statuses without a body, or
pages. One with fewer errors, or with as many in JSON as not, follows the
service's convention, which takes at least ten: the prodvet command knows that
of all packages, other drivers that of the package and those of the module that
it imports. Where JSON dominates, errors as text or without a body are
reported. JSON with other keys is reported only if the same keys dominate as
well, nine of ten of at least ten errors, and if the service answers with those
other keys at no second place: what is done twice is taken for a second
convention. Where texts or pages dominate, or nothing does, nothing is reported;
in the latter case prodvet says so. "prodvet envelopes" prints what there is,
and "prodvet init" writes a configuration that declares it.

Functions of the project that write responses need no configuration: what
they do is learnt from their source, also across packages and modules. A
helper that writes the wrong thing is reported once, where it does so, with
its calls as related positions; one whose package cannot know the envelope at
the first call in each package; a helper of another module at each call; one
that answers errors and other things alike at those calls that answer an
error. So are the project's own error values: where a response is made of the
status that a struct's field holds, or that a handler returns, there is one
finding, with the places where such values are made.

A client that decodes an error of another form sees no message at all or, if
it decodes strictly, fails; dashboards and retries that read the envelope miss
it. http.Error is the usual leak: it sends text/plain even where the text is
JSON and the Content-Type was set before.

# Example

	package example

	import (
		"encoding/json"
		"net/http"
	)

	type envelope struct {
		Success    bool   `json:"success"`
		StatusCode int    `json:"statusCode"`
		Message    string `json:"message"`
	}

	func fail(w http.ResponseWriter, status int, message string) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(envelope{StatusCode: status, Message: message})
	}

	func create(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.ContentLength == 0:
			http.Error(w, "no body", http.StatusBadRequest) // want "http.Error sends text/plain; errors of this service are JSON objects with success, statusCode and message; call fail"
		case r.ContentLength > 1<<20:
			w.WriteHeader(http.StatusRequestEntityTooLarge) // want "w.WriteHeader sends status 413 without a body; errors of this service are JSON objects with success, statusCode and message; call fail"
		case r.Header.Get("Authorization") == "":
			w.WriteHeader(http.StatusUnauthorized)
			json.NewEncoder(w).Encode(map[string]string{"error": "no token"}) // want "sends an object with the key error but without success, statusCode and message"
		}
	}

Use instead:

	package example

	import (
		"encoding/json"
		"net/http"
	)

	type envelope struct {
		Success    bool   `json:"success"`
		StatusCode int    `json:"statusCode"`
		Message    string `json:"message"`
	}

	func fail(w http.ResponseWriter, status int, message string) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(envelope{StatusCode: status, Message: message})
	}

	func create(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.ContentLength == 0:
			fail(w, http.StatusBadRequest, "no body")
		case r.ContentLength > 1<<20:
			fail(w, http.StatusRequestEntityTooLarge, "the body is too large")
		case r.Header.Get("Authorization") == "":
			fail(w, http.StatusUnauthorized, "no token")
		}
	}

# Kinds

  - text-body: an error is sent as text.
  - empty-body: an error is sent without a body, on every path from where its
    status is set; also gin's BindJSON and its like, which answer 400 without
    a body themselves when binding fails (ShouldBindJSON does not).
  - wrong-shape: an error is sent as JSON that lacks keys of the envelope, or
    has one with another type. Further keys are no fault.
  - status-mismatch: a constant in the body (status, statusCode, status_code, or
    code with the value of an HTTP error) is another status than the response's.
  - success-mismatch: the body says success true, or ok true, and the status is
    an error's; with the option error-status, also an error that is sent with a
    status below 400.
  - content-type: a text that is JSON is sent as text/plain, as http.Error does
    whatever Content-Type was set before.
  - returned-raw: a handler returns an error to echo, fiber or kratos, one of
    theirs or any other, or makes one of theirs, or of huma's, for another to
    return, and it is their own handler for errors that answers: in another
    form than the envelope.
  - other-body: an error is sent as HTML, XML or in another format; only with
    the option strict.
  - directive: a comment //prodvet:envelope stands above something else than a
    type or a function.

# What it does not report

  - Texts and empty bodies in functions that send something else than JSON by
    intention: those that render pages, redirect, serve files, stream, send
    XML, declare another content type than JSON (plain text, if they send that
    when all went well), upgrade the connection or forward to another server.
    Their errors are for browsers or other programs.
  - 401 and 407 with a challenge in the header, 405 without a body but with an
    Allow header, 412, 416 and 499 without a body, answers to HEAD and to
    preflights.
  - 503 without a body from a function that answers nothing else than success,
    and functions with the name of a health check or of metrics.
  - JSON of a form that OAuth 2 (error, error_description) or JSON-RPC demands.
  - JSON whose keys are not certain: interfaces, types with a MarshalJSON of
    their own, maps that other functions fill.
  - Statuses that are not certain, but for texts made of an error and for
    http.Error.
  - What a writer of the envelope falls back to when encoding fails.
  - A status without a body in a function that is no handler and has no call
    in its package: the caller may write the body.
  - AbortWithError, Bind and its like where the package, or one that it
    imports, has a gin middleware that reads the collected errors.
  - What the standard library and the frameworks answer themselves: the 404 of
    a router, http.NotFoundHandler, http.TimeoutHandler, a reverse proxy's 502.
  - Errors that handlers return to a framework for which the program installs a
    handler of its own (echo's HTTPErrorHandler, fiber's ErrorHandler, kratos'
    ErrorEncoder, huma.NewError), or has middleware that answers for them. Errors
    of connect, gRPC and twirp, whose protocols say what they are like, but with
    the option strict. That nobody does is known in package main
    and, for other packages, to prodvet itself when a program is among the
    packages that it looks at; go vet, golangci-lint and gopls report nothing
    there.
  - An error that an interface's method or a function of the module returned and
    that a handler returns to the framework: where it is made it may have been
    given another form.
  - Values that choose their own status, as with go-chi's render.Render.
  - Responses with a status below 400, whatever their body says, unless the
    envelope is declared or the option error-status is set.
  - JSON that is written without a Content-Type, which net/http then takes for
    text/plain: clients of JSON APIs seldom mind, and others set it for all.
  - What an application's central error handler may answer in place of the
    framework's: httpx.Error of go-zero, echo's c.Error, iris' StatusCode
    without a body, huma.WriteErr. The option strict reports these, too, and
    the texts, empty bodies and other formats above.
  - Generated files and tests.

# Known problems

In other drivers than the prodvet command, a package that writes no JSON and
imports no package that declares or writes the envelope is not known to belong
to a service that has one; configure the envelope. A gin middleware that makes
bodies of collected errors is not seen there either from a package that does
not import its package. beego's WriteString sends the status that WriteHeader
set, not that of SetStatus; the rule thinks of both alike.

# Fix

A call of a framework's function is replaced by one of the writer that the
message names, with the same status and the same message; the import is added
if the file lacks it. The writer has to be a function of which the response,
the request, the status and one string are all that it must be given; the
message is the text that is sent, the one text of a map with one key, or, where
no body was sent, http.StatusText. There is no fix where the writer ends a gin
chain and the call did not, or the other way round, where status and body are
set by two calls, and in helpers.

# References

  - https://www.rfc-editor.org/rfc/rfc9457
  - https://pkg.go.dev/net/http#Error
*/
package errenvelope
