package iris

import "github.com/kataras/iris/v12"

func im(string) iris.Handler {
	return func(c iris.Context) {
		defer func() {
			if recover() != nil {
				c.StopWithStatus(500)
			}
		}()
		c.Next()
	}
}

func is(code int, body string) iris.Handler {
	return func(c iris.Context) {
		c.StatusCode(code)
		_, _ = c.WriteString(body)
	}
}
