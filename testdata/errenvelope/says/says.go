// Package says has an envelope that the configuration declares: what says of
// itself that it is an error has to be in it, also with status 200.
package says

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

type reply struct {
	Success bool   `json:"success"`
	Message string `json:"message"`
	Data    any    `json:"data"`
}

func badSuccessFalse(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"success": false, "message": "no"}) // want `^c.JSON sends an object with the keys success and message but without problem_id and explanation`
}

func badSuccessFalseInStruct(c *gin.Context) {
	c.JSON(http.StatusOK, reply{Success: false, Message: "no"}) // want `^c.JSON sends an object with the keys success, message and data`
}

func badStatusText(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"status": "error", "message": "no"}) // want `^c.JSON sends an object with the keys status and message`
}

func badNothingButAnError(c *gin.Context) {
	err := c.ShouldBind(&reply{})
	c.JSON(200, gin.H{"error": err.Error()}) // want `^c.JSON sends an object with the key error`
}

func badStatusUnknown(c *gin.Context) {
	c.JSON(c.GetInt("status"), gin.H{"error": "x", "code": 12}) // want `^c.JSON sends an object with the keys error and code`
}

func badImplicit(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(reply{Success: false, Message: "no"}) // want `Encode sends an object with the keys success, message and data`
}

func fail(c *gin.Context, message string) {
	c.JSON(http.StatusOK, gin.H{"success": false, "message": message}) // want `^c.JSON sends an object with the keys success and message`
}

func callsFail(c *gin.Context) { fail(c, "no") }

func okEnvelope(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"success": false, "problem_id": 12, "explanation": "no"})
}

func okSuccess(c *gin.Context) { c.JSON(http.StatusOK, reply{Success: true, Data: 1}) }

func okForgotten(c *gin.Context) { c.JSON(http.StatusOK, reply{Data: 1}) }

func okNoError(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"error": "", "data": 1}) }

func okNilError(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"error": nil}) }

func okWithData(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"error": c.GetString("warning"), "data": 1})
}

func okErrorsOfAThing(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"errors": c.GetInt("errors"), "requests": c.GetInt("requests")})
}

func okVariable(c *gin.Context, ok bool) {
	c.JSON(http.StatusOK, gin.H{"success": ok, "message": "x"})
}
