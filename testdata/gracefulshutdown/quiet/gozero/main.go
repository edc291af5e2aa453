package main

import "github.com/zeromicro/go-zero/rest"

func main() {
	s := rest.MustNewServer(rest.RestConf{})
	defer s.Stop()
	s.Start()
}
