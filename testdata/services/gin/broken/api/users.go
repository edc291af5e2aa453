package api

import (
	"encoding/json"
	"log"
	"net/http"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/services/gin/broken/apierr"
)

type user struct {
	ID   int               `json:"id"`
	Name string            `json:"name" binding:"required"`
	Tags map[string]string `json:"tags"`
}

type users struct {
	mu   sync.Mutex
	byID map[int]*user
}

func newUsers() *users { return &users{byID: make(map[int]*user)} }

func (u *users) get(c *gin.Context) {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		c.String(http.StatusBadRequest, "the id is a number")
		return
	}
	u.mu.Lock()
	found := u.byID[id]
	u.mu.Unlock()
	if found == nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}

func (u *users) create(c *gin.Context) {
	var n user
	if err := c.ShouldBindJSON(&n); err != nil {
		apierr.Abort(c, http.StatusInternalServerError, "the user cannot be read", err.Error())
	}
	u.mu.Lock()
	n.ID = len(u.byID) + 1
	if u.byID[n.ID] != nil {
		u.mu.Unlock()
		c.JSON(http.StatusConflict, gin.H{"error": "the id is taken"})
		return
	}
	u.byID[n.ID] = &n
	u.mu.Unlock()
	go func() {
		n.Tags["audited"] = "yes"
		data, err := json.Marshal(n)
		if err != nil {
			log.Fatal(err)
		}
		log.Printf("created %s", data)
	}()
	c.JSON(http.StatusCreated, n)
}
