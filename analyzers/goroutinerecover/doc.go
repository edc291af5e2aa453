// Package goroutinerecover defines an analyzer.
//
// # Analyzer goroutinerecover
//
// goroutinerecover: report goroutines of a request whose panic ends the process
package goroutinerecover
