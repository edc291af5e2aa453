// Package corswildcard defines an analyzer.
//
// # Analyzer corswildcard
//
// corswildcard: report CORS policies that let every origin in
package corswildcard
