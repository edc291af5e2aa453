// Package policy makes configurations for other packages.
package policy

import "github.com/rs/cors"

// Open is used by another package.
func Open() cors.Options {
	return cors.Options{
		AllowedOrigins: []string{"*"}, // want `has "\*"`
	}
}

// Base is to be completed: what it leaves out does not count.
func Base() cors.Options {
	return cors.Options{AllowedMethods: []string{"GET"}}
}

// Function lets everybody in.
func Function() *cors.Options {
	opts := &cors.Options{AllowCredentials: true}
	opts.AllowOriginFunc = func(string) bool { return true } // want `AllowOriginFunc lets every site in and AllowCredentials is true`
	return opts
}
