// Command server serves what the packages below it answer.
package main

import (
	"os"

	"example.com/fixtures/errenvelope/linked/boot"
)

func main() {
	if boot.Serve(":8080") != nil {
		os.Exit(1)
	}
}
