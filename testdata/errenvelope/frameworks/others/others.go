// Package others answers with fasthttp, httprouter, go-zero, kratos, huma and
// unrolled/render.
package others

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/julienschmidt/httprouter"
	"github.com/unrolled/render"
	"github.com/valyala/fasthttp"
	"github.com/zeromicro/go-zero/rest/httpx"
)

func badFasthttp(ctx *fasthttp.RequestCtx) {
	ctx.Error("no", fasthttp.StatusNotFound) // want `^ctx.Error sends`
}

func badFasthttpJSON(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(400)
	ctx.SetContentType("application/json")
	json.NewEncoder(ctx).Encode(map[string]string{"error": "no"}) // want `Encode sends an object with the key error`
}

func badFasthttpPrint(ctx *fasthttp.RequestCtx) {
	ctx.Response.SetStatusCode(400)
	fmt.Fprintf(ctx, "no such user: %d", 1) // want `^fmt.Fprintf sends a text with status 400`
}

func badFasthttpEmpty(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(404) // want `^ctx.SetStatusCode sends status 404 without a body`
}

func okFasthttpClient(ctx *fasthttp.RequestCtx) {
	resp := fasthttp.AcquireResponse()
	resp.SetStatusCode(404)
	resp.SetBodyString("not sent to the client")
}

func badHTTPRouter(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	w.WriteHeader(http.StatusNotFound) // want `^w.WriteHeader sends status 404 without a body`
}

func badGoZero(w http.ResponseWriter, r *http.Request) {
	httpx.WriteJson(w, 400, map[string]string{"error": "no"}) // want `^httpx.WriteJson sends an object with the key error`
}

func okGoZeroCentral(w http.ResponseWriter, r *http.Request) { httpx.Error(w, errors.New("no")) }

func badKratos(ctx khttp.Context) error {
	return ctx.JSON(400, map[string]string{"error": "no"}) // want `^ctx.JSON sends an object with the key error`
}

func badHuma(ctx huma.Context, next func(huma.Context)) {
	if ctx.Header("Authorization") == "" {
		ctx.SetStatus(401)
		ctx.BodyWriter().Write([]byte("no")) // want `Write sends a text with status 401`
		return
	}
	next(ctx)
}

func okHumaNext(ctx huma.Context, next func(huma.Context)) {
	ctx.SetStatus(404)
	next(ctx)
}

var rnd = render.New()

func badRender(w http.ResponseWriter, r *http.Request) {
	rnd.JSON(w, 400, map[string]string{"error": "no"}) // want `^rnd.JSON sends an object with the key error`
}

func badRenderText(w http.ResponseWriter, r *http.Request) {
	rnd.Text(w, 400, "no") // want `^rnd.Text sends`
}

func okRenderHTML(w http.ResponseWriter, r *http.Request) { rnd.HTML(w, 404, "404", nil) }
