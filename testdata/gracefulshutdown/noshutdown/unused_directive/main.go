package main

import (
	"log"
	"net/http"
)

func main() {
	//lint:ignore gracefulshutdown requests here may be cut off
	log.Fatal(http.ListenAndServe(":8080", nil))
}

//lint:ignore gracefulshutdown nothing starts here // want:+0 `suppresses nothing`
func nothing() {}
