package runners

import (
	"context"
	"net/http"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// Row085: Consumer.Consume callback; the process ends.
func Row085(http.ResponseWriter, *http.Request) {
	nc := natsConn(true)
	js, _ := jetstream.New(nc)
	ctx := context.Background()
	st, err := js.CreateStream(ctx, jetstream.StreamConfig{Name: "S", Subjects: []string{"s"}})
	if err != nil {
		panic(err)
	}
	co, _ := st.CreateConsumer(ctx, jetstream.ConsumerConfig{})
	_, _ = co.Consume(func(jetstream.Msg) { boom() })
	_, _ = js.Publish(ctx, "s", nil)
	time.Sleep(500 * time.Millisecond)
}
