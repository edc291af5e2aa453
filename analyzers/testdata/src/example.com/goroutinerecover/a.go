package goroutinerecover

import (
	"log"
	"net/http"
	"strings"
)

func unrecovered(_ http.ResponseWriter, r *http.Request) {
	names := strings.Split(r.URL.Path, "/")
	n := len(r.Host)
	go func() { // want `goroutine indexes names and nothing recovers it`
		log.Print(names[n])
	}()
}

func okRecovered(_ http.ResponseWriter, r *http.Request) {
	names := strings.Split(r.URL.Path, "/")
	n := len(r.Host)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		log.Print(names[n])
	}()
}

func okHarmless(_ http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() { log.Print(strings.ToUpper(path), http.StatusText(len(path))) }()
}
