package runners

import (
	"net/http"
	"time"

	nats "github.com/nats-io/nats.go"
)

// Row083: (*Conn).Subscribe callback; the process ends.
func Row083(http.ResponseWriter, *http.Request) {
	nc := natsConn(false)
	_, _ = nc.Subscribe("a", func(*nats.Msg) { boom() })
	_ = nc.Publish("a", nil)
	_ = nc.Flush()
	time.Sleep(200 * time.Millisecond)
}

// Row084: (*Conn).QueueSubscribe callback; the process ends.
func Row084(http.ResponseWriter, *http.Request) {
	nc := natsConn(false)
	_, _ = nc.QueueSubscribe("a", "q", func(*nats.Msg) { boom() })
	_ = nc.Publish("a", nil)
	_ = nc.Flush()
	time.Sleep(200 * time.Millisecond)
}

// Row086: (*Conn).SetClosedHandler callback; the process ends.
func Row086(http.ResponseWriter, *http.Request) {
	nc := natsConn(false)
	nc.SetClosedHandler(func(*nats.Conn) { boom() })
	nc.Close()
	time.Sleep(200 * time.Millisecond)
}
