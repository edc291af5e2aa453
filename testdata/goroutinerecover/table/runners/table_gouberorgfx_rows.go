package runners

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

// Row058: Hook.OnStart; the process ends.
func Row058(http.ResponseWriter, *http.Request) {
	a := fx.New(fx.NopLogger, fx.Invoke(func(l fx.Lifecycle) { l.Append(fx.Hook{OnStart: func(context.Context) error { panic(errBoom) }}) }))
	_ = a.Start(context.Background())
}
