package runners

import (
	"net/http"
	"time"

	cache "github.com/patrickmn/go-cache"
)

// Row053: OnEvicted (janitor goroutine); the process ends.
func Row053(http.ResponseWriter, *http.Request) {
	c := cache.New(time.Millisecond, 5*time.Millisecond)
	c.OnEvicted(func(string, any) { boom() })
	c.SetDefault("k", 1)
	time.Sleep(100 * time.Millisecond)
}
