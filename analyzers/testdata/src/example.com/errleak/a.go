package errleak

import (
	"fmt"
	"net/http"
	"os"
)

func leaks(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile(r.URL.Path)
	if err != nil {
		http.Error(w, fmt.Sprintf("read: %v", err), http.StatusInternalServerError) // want `http.Error sends the text of err of os.ReadFile with status 500`
		return
	}
	if err := load(r.Host); err != nil {
		fail(w, 503, err) // want `fail sends the text of err of load with status 503`
		fail(w, 400, err)
		return
	}
	w.Write(data)
}

func fail(w http.ResponseWriter, status int, err error) {
	w.WriteHeader(status)
	fmt.Fprintln(w, err)
}

func load(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return f.Close()
}
