package middlewareorder

import "net/http"

func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "" {
			panic("no host")
		}
		next.ServeHTTP(w, r)
	})
}

func outside() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	return http.ListenAndServe(":8080", tenant(recoverer(mux))) // want `tenant runs outside of recoverer`
}

func okInside() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	return http.ListenAndServe(":8080", recoverer(tenant(mux)))
}
