// Package irisapi answers with iris.
package irisapi

import (
	"errors"

	"github.com/kataras/iris/v12"
)

func bad(ctx iris.Context) {
	ctx.StatusCode(iris.StatusBadRequest)
	ctx.JSON(iris.Map{"error": "no"}) // want `^ctx.JSON sends an object with the key error but without problem_id and explanation`
}

func badStop(ctx iris.Context) {
	ctx.StopWithJSON(iris.StatusForbidden, iris.Map{"error": "no"}) // want `^ctx.StopWithJSON sends an object with the key error`
}

func badText(ctx iris.Context) {
	ctx.StopWithError(iris.StatusBadRequest, errors.New("no")) // want `^ctx.StopWithError sends`
}

func badProblem(ctx iris.Context) {
	ctx.StopWithProblem(iris.StatusBadRequest, iris.NewProblem().Detail("no")) // want `^ctx.StopWithProblem sends an object with the keys title and status`
}

func okErrorHandlerAnswers(ctx iris.Context) {
	ctx.StatusCode(iris.StatusNotFound) // whoever is registered for that status
}

func okSuccess(ctx iris.Context) { ctx.JSON(iris.Map{"name": "x"}) }

func okEnvelope(ctx iris.Context) {
	ctx.StopWithJSON(iris.StatusForbidden, iris.Map{"problem_id": 1, "explanation": "no"})
}

func okPage(ctx iris.Context) {
	ctx.StatusCode(iris.StatusNotFound)
	ctx.View("404.html")
}
