// Package respond answers requests with the errors that it is given.
package respond

import "net/http"

func Fail(w http.ResponseWriter, status int, err error) { // want `Fail sends the text of the errors that it is given, 6 of them with a server error's status, so clients read internal details; log the error in it and send a constant text then`
	http.Error(w, err.Error(), status)
}

// Debug is for an internal network.
//
//lint:ignore errleak only operators reach these handlers
func Debug(w http.ResponseWriter, status int, err error) {
	http.Error(w, err.Error(), status)
}

// Few is called seldom.
func Few(w http.ResponseWriter, status int, err error) {
	http.Error(w, err.Error(), status)
}
