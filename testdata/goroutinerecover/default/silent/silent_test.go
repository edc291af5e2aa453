package silent

import "net/http"

func nopeTest(w http.ResponseWriter, r *http.Request) {
	go send("")
}
