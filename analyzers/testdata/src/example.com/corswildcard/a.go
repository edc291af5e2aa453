package corswildcard

import "net/http"

func reflected(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `any site can send requests with the user's cookies`
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func star(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `any site can read the responses`
}

func okChecked(w http.ResponseWriter, r *http.Request) {
	if o := r.Header.Get("Origin"); o == "https://example.com" {
		w.Header().Set("Access-Control-Allow-Origin", o)
	}
}
