// Package contradiction has no envelope: bodies that say something else than
// their status or content type are wrong in any service.
package contradiction

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

type reply struct {
	Success    bool   `json:"success"`
	StatusCode int    `json:"statusCode"`
	Text       string `json:"text"`
}

func badStatus(c *gin.Context) {
	c.JSON(http.StatusInternalServerError, gin.H{"status": http.StatusNotFound, "message": "no such user"}) // want `^c.JSON says status 404 with status 500; send one of both$`
}

func badStatusInStruct(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusInternalServerError)
	json.NewEncoder(w).Encode(reply{StatusCode: 404, Text: "no such user"}) // want `Encode says statusCode 404 with status 500`
}

func badCode(c echo.Context) error {
	return c.JSON(400, echo.Map{"code": 500, "message": "x"}) // want `^c.JSON says code 500 with status 400`
}

func badStatusOfTwo(c *gin.Context) {
	status := http.StatusBadRequest
	if c.Query("id") == "" {
		status = http.StatusNotFound
	}
	c.JSON(status, gin.H{"statusCode": 500}) // want `^c.JSON says statusCode 500 with status 400 or 404`
}

func respond(c *gin.Context, status int, message string) {
	c.JSON(status, reply{Success: true, Text: message})
}

func badSuccess(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"success": true, "message": "no"}) // want `^c.JSON says success true with status 400; send one of both$`
}

func badOK(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusForbidden)
	fmt.Fprintf(w, `{"ok": true, "message": %q}`, "no") // want `^fmt.Fprintf says ok true with status 403`
}

func badSuccessThroughHelper(c *gin.Context) {
	respond(c, http.StatusOK, "done")
	respond(c, http.StatusBadRequest, "no") // want `^respond says success true with status 400`
}

func badContentType(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	http.Error(w, `{"error": "no such user"}`, http.StatusNotFound) // want `^http.Error sends JSON as text/plain; set Content-Type to application/json, then write the status and the body$`
}

func badContentTypeOfFormat(w http.ResponseWriter, r *http.Request) {
	http.Error(w, fmt.Sprintf(`{"error": %q}`, r.URL.Path), http.StatusNotFound) // want `^http.Error sends JSON as text/plain`
}

func badContentTypeOfMarshal(w http.ResponseWriter, r *http.Request) {
	body, err := json.Marshal(map[string]string{"error": "no such user"})
	if err != nil {
		return
	}
	http.Error(w, string(body), http.StatusNotFound) // want `^http.Error sends JSON as text/plain`
}

func badContentTypeOfData(c *gin.Context) {
	c.Data(404, "text/plain", []byte(`{"error": "no such user"}`)) // want `^c.Data sends JSON as text/plain`
}

func okSame(c *gin.Context) {
	c.JSON(http.StatusNotFound, gin.H{"status": http.StatusNotFound, "success": false})
}

func okBusinessCode(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"code": 40012, "message": "x"})
}

func okSmallBusinessCode(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"code": 200, "message": "x"})
}

func okStatusOfTheThing(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"status": 404, "url": "https://example.com"})
}

func okSameParameter(c *gin.Context, status int) {
	c.JSON(status, gin.H{"status": status})
}

func okErrorWith200(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"success": false, "message": "the service's own way"})
}

func okSuccess(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"success": true}) }

func okNotAlways(c *gin.Context) {
	body := gin.H{"message": "x"}
	if c.Query("retry") != "" {
		body["success"] = true
	}
	c.JSON(http.StatusBadRequest, body)
}
