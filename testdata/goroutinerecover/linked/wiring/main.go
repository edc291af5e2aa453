// Command wiring puts the parts together, as main does.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/goroutinerecover/linked/api"
	"example.com/fixtures/goroutinerecover/linked/audit"
	"example.com/fixtures/goroutinerecover/linked/jobs"
	"example.com/fixtures/goroutinerecover/linked/orders"
	"example.com/fixtures/goroutinerecover/linked/rpc"
)

func main() {
	service := orders.New()
	l := new(audit.Log)
	service.Watch()
	a := api.New(service)
	a.OnError = l.Error
	a.SetHook(http.MethodPost, l.Created)
	a.After(audit.Notify)
	api.Commands["export"] = api.Command{Name: "export", Run: l.Export}
	api.Fallback = audit.Fallback(l)
	r := new(jobs.Runner)
	go r.Loop()
	r.Startup()
	go every(time.Hour, l.Rotate)
	go rpc.Serve()

	http.HandleFunc("POST /orders", a.CreateOrder)
	g := gin.New()
	g.GET("/orders", a.ListOrders)
	g.POST("/commands", a.Command)
	g.POST("/shared", a.Shared)
	http.Handle("/", g)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func every(d time.Duration, f func()) {
	for range time.Tick(d) {
		go f()
	}
}
