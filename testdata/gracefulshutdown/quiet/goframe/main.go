package main

import "github.com/gogf/gf/v2/net/ghttp"

func main() {
	s := ghttp.GetServer()
	s.Run()
}
