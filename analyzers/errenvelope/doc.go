// Package errenvelope defines an analyzer.
//
// # Analyzer errenvelope
//
// errenvelope: report error responses that are not in the team's error envelope
package errenvelope
