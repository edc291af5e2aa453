// Package shapes has JSON in all the ways in which Go makes it.
package shapes

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

type base struct {
	Explanation string `json:"explanation"`
}

type embeds struct {
	base
	ID int `json:"problem_id"`
}

type omits struct {
	ID          int    `json:"problem_id,omitempty"`
	Explanation string `json:"explanation"`
}

type untagged struct{ Explanation string }

type custom struct{}

func (custom) MarshalJSON() ([]byte, error) { return []byte(`{}`), nil }

func badUntagged(c *gin.Context) {
	c.JSON(400, untagged{"no"}) // want `sends an object with the key Explanation but without problem_id and explanation`
}

func okEmbedded(c *gin.Context) { c.JSON(400, embeds{base{"no"}, 1}) }

func okOmitEmptySet(c *gin.Context) { c.JSON(400, omits{ID: 1, Explanation: "no"}) }

func badOmitEmptyUnset(c *gin.Context) {
	c.JSON(400, omits{Explanation: "no"}) // want `sends an object with the key explanation but without problem_id`
}

func okCustom(c *gin.Context) { c.JSON(400, custom{}) }

func badPartlyBuilt(c *gin.Context) {
	body := gin.H{"explanation": "no"}
	body["code"] = 12
	c.JSON(400, body) // want `sends an object with the keys explanation and code but without problem_id`
}

func okBuilt(c *gin.Context) {
	body := gin.H{"explanation": "no"}
	body["problem_id"] = 12
	c.JSON(400, body)
}

func badAnonymous(c *gin.Context) {
	c.JSON(400, struct { // want `sends an object with the key reason but`
		Reason string `json:"reason"`
	}{"no"})
}

func badRawMessage(c *gin.Context) {
	c.JSON(400, json.RawMessage(`{"error": "no"}`)) // want `sends an object with the key error but`
}

func okRawMessage(c *gin.Context) {
	c.JSON(400, json.RawMessage(`{"problem_id": 1, "explanation": "no"}`))
}

func okUnknownRawMessage(c *gin.Context, body json.RawMessage) { c.JSON(400, body) }

func badConstant(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	io.WriteString(w, `{"error": "no"}`) // want `sends an object with the key error but`
}

func badFormat(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	fmt.Fprintf(w, `{"error": %q, "code": %d}`, "no", 12) // want `sends an object with the keys error and code but`
}

func okFormat(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	fmt.Fprintf(w, `{"problem_id": %d, "explanation": %q}`, 12, "no")
}

func badReader(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	io.Copy(w, strings.NewReader(`{"error": "no"}`)) // want `sends an object with the key error but`
}

func okUnknownReader(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	io.Copy(w, r.Body)
}

func badMarshal(w http.ResponseWriter, r *http.Request) {
	body, _ := json.MarshalIndent(map[string]string{"error": "no"}, "", " ")
	w.WriteHeader(400)
	w.Write(body) // want `sends an object with the key error but`
}

func badString(c *gin.Context) {
	c.JSON(400, "no") // want `sends a JSON string`
}

func badArray(c *gin.Context) {
	c.JSON(400, []string{"no"}) // want `sends a JSON array`
}

func badNull(c *gin.Context) {
	c.JSON(400, nil) // want `sends null`
}

func okUnknown(c *gin.Context, v any) { c.JSON(400, v) }

func badType(c *gin.Context) {
	c.JSON(400, gin.H{"problem_id": "12", "explanation": "no"}) // want `sends problem_id as a string, not as a number`
}
