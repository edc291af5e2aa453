// Package declared says itself what its errors look like.
package declared

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Problem is what this service answers when something is wrong.
//
//prodvet:envelope
type Problem struct {
	Code   string   `json:"code"`
	Text   string   `json:"text"`
	Fields []string `json:"fields,omitempty"`
}

//prodvet:envelope
var notAnEnvelope = 1 // want:-1 `^//prodvet:envelope marks nothing here; put it above the type of the envelope or the function that writes it$`

func okProblem(c *gin.Context) {
	c.JSON(http.StatusBadRequest, Problem{Code: "x", Text: "y"})
}

func okAliasOfProblem(c *gin.Context) {
	type alias = Problem
	c.AbortWithStatusJSON(http.StatusBadRequest, &alias{Code: "x", Text: "y"})
}

func badShape(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"error": "x"}) // want `^c.JSON sends an object with the key error but without code and text; errors of this service are JSON objects with code and text$`
}

func badShapeOfHelper(c *gin.Context) {
	c.JSON(http.StatusBadRequest, errorBody("x")) // want `^c.JSON sends an object with the key error but without code and text`
}

func errorBody(text string) map[string]any { return gin.H{"error": text} }

func badType(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"code": 1, "text": "x"}) // want `^c.JSON sends code as a number, not as a string`
}

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "x", 500) // want `^http.Error sends text/plain; errors of this service are JSON objects with code and text$`
}

//lint:ignore errenvelope the old clients read the text
func okSuppressed(w http.ResponseWriter, r *http.Request) { http.Error(w, "x", 500) }

func okUnknown(w http.ResponseWriter, r *http.Request, b json.RawMessage) {
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(b)
}
