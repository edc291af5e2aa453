// Package methods asks its errors for their status by a method.
package methods

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Reason string `json:"reason"`
}

type base struct{ status int }

type problem struct {
	base
	text string
}

func (p *problem) Error() string   { return p.text }
func (p *problem) StatusCode() int { return p.status }

func notFound(text string) error {
	return &problem{base{status: http.StatusNotFound}, text} // sent
}

func conflict(text string) *problem {
	p := &problem{base: base{status: http.StatusConflict}} // sent
	p.text = text
	return p
}

func abort(c *gin.Context, err error) {
	status := http.StatusInternalServerError
	var withStatus interface{ StatusCode() int }
	if errors.As(err, &withStatus) {
		status = withStatus.StatusCode()
	}
	reply(c, status, gin.H{"message": err.Error()}) // want `reply sends an object with the key message but without reason`
}

func reply(c *gin.Context, status int, body gin.H) {
	c.JSON(status, body)
}

func get(c *gin.Context) {
	if c.Query("id") == "" {
		abort(c, notFound("no id")) // sent
		return
	}
	if err := find(c.Query("id")); err != nil {
		abort(c, err)
		return
	}
	c.Status(http.StatusNoContent)
}

func find(id string) error {
	if id == "x" {
		return conflict("taken") // sent
	}
	return nil
}
