// nopeConfigured: whether it is graceful is said by the configuration file.
package main

import "github.com/beego/beego/v2/server/web"

func main() { web.Run() }
