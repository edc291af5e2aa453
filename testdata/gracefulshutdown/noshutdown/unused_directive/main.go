package main

import (
	"log"
	"net/http"
)

func main() {
	//lint:ignore gracefulshutdown requests here may be cut off
	log.Print(http.ListenAndServe(":8080", nil))
	log.Fatal(http.ListenAndServe(":8081", nil)) // want `^http.ListenAndServe serves`
}

//lint:ignore gracefulshutdown nothing starts here // want:+0 `suppresses nothing`
func nothing() {}
