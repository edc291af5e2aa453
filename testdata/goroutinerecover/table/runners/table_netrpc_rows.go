package runners

import (
	"net"
	"net/http"
	"net/rpc"
)

// Row010: server method; the process ends.
func Row010(http.ResponseWriter, *http.Request) {
	s := rpc.NewServer()
	_ = s.RegisterName("R", RPC{})
	a, b := net.Pipe()
	go s.ServeConn(a)
	var r int
	_ = rpc.NewClient(b).Call("R.M", 1, &r)
}
