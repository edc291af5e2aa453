package processexit

import (
	"log"
	"net/http"
	"os"
)

func exits(_ http.ResponseWriter, r *http.Request) {
	if r.Host == "" {
		os.Exit(1) // want `os.Exit ends the process with every request in it; answer with an error instead`
	}
	if err := load(r.Host); err != nil {
		fatal(err) // want `fatal ends the process \(os.Exit in processexit/a.go:28\) with every request in it`
	}
}

func load(name string) error {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err) // want `log.Fatal ends the process with every request in it \(reached from exits\); return an error instead`
	}
	return f.Close()
}

func fatal(err error) {
	log.Print(err)
	os.Exit(1)
}

func okStartUp(name string) {
	if err := load(name); err != nil {
		log.Fatal(err)
	}
}

func okPanics(_ http.ResponseWriter, r *http.Request) {
	log.Panic(r.Host)
}
