package api

import (
	"encoding/json"
	"log"
	"net/http"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/services/gin/repaired/apierr"
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
		apierr.Abort(c, http.StatusBadRequest, "the id is not valid", "the id is a number")
		return
	}
	u.mu.Lock()
	found := u.byID[id]
	u.mu.Unlock()
	if found == nil {
		apierr.Abort(c, http.StatusNotFound, "no such user")
		return
	}
	c.JSON(http.StatusOK, found)
}

func (u *users) create(c *gin.Context) {
	var n user
	if err := c.ShouldBindJSON(&n); err != nil {
		apierr.Abort(c, http.StatusBadRequest, "the user is not valid", "name is required")
		return
	}
	u.mu.Lock()
	n.ID = len(u.byID) + 1
	if u.byID[n.ID] != nil {
		u.mu.Unlock()
		apierr.Abort(c, http.StatusConflict, "the id is taken")
		return
	}
	u.byID[n.ID] = &n
	u.mu.Unlock()
	go audit(n)
	c.JSON(http.StatusCreated, n)
}

// audit logs a new user. It runs on a goroutine of its own, so it recovers.
func audit(n user) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("audit: %v", v)
		}
	}()
	data, err := json.Marshal(n)
	if err != nil {
		log.Print(err)
		return
	}
	log.Printf("created %s", data)
}
