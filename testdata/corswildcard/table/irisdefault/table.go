// Package irisdefault holds configurations of iris/v12 iris.Default v12.2.11, each with what came of running
// it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package irisdefault

import (
	iris "github.com/kataras/iris/v12"
)

// Row01: any site can send requests with the user's cookies and read the answers.
func Row01() *iris.Application {
	return iris.Default()
}
