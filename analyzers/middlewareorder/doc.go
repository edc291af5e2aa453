// Package middlewareorder defines an analyzer.
//
// # Analyzer middlewareorder
//
// middlewareorder: report recovery and error middleware that does not cover what it should
package middlewareorder
