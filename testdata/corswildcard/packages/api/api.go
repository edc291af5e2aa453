// Package api makes policies of what other packages have configured.
package api

import (
	"net/http"
	"strings"

	"github.com/rs/cors"
	"github.com/spf13/viper"

	"example.com/fixtures/corswildcard/packages/config"
	own "example.com/fixtures/corswildcard/packages/env"
	"example.com/thirdparty/env"
)

func badEnvironment(cfg *config.Config) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: cfg.CORS.Origins, // want `\bCORS_ORIGINS.* by default \(corswildcard/packages/config/config\.go:44\)`
	})
}

func badHelperOfHelper(cfg config.Config) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: []string{cfg.CORS.Text}, // want `\bCORS_TEXT.* by default`
	})
}

func badOutside(cfg config.Config) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins:   cfg.CORS.Outside, // want `\bCORS_OUTSIDE.* by default .* and AllowCredentials is true, so browsers refuse`
		AllowCredentials: cfg.CORS.Credentials,
	})
}

func badGeneric(c config.CORS) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: strings.Split(c.Generic, ","), // want `\bCORS_GENERIC.* by default`
	})
}

func badConstant(c config.CORS) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: c.Constant, // want `\bconfig\.CORS\.Constant.* by default`
	})
}

func badByValue(w http.ResponseWriter, cfg *config.Config) {
	w.Header().Set("Access-Control-Allow-Origin", cfg.Frontend) // want `\bFRONTEND_URL.* by default`
}

func badFilledIn(s *config.Steps) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: s.AllowedOrigins, // want `\bconfig\.Steps\.AllowedOrigins.* by default`
	})
}

func badOverridable() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: config.Default().Overridable, // want `\bOVERRIDABLE_ORIGINS.* by default`
	})
}

func badFunction() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: config.Origins(), // want `\bALLOW_ORIGINS.* by default`
	})
}

func badConstantFunction() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: config.Everybody(), // want `\bconfig\.Everybody\(\).* in corswildcard/packages/config/config\.go:\d+`
	})
}

func badMethod(cfg *config.Config) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: cfg.AllowedOrigins(), // want `\bCORS_ORIGINS.* by default`
	})
}

func badFlag(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", *config.Flag) // want `-origin.* by default`
}

func badGlobal(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", config.Global) // want `\bGLOBAL_ORIGIN.* by default`
}

func badFlagVariable(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", config.FromFlag) // want `-from-origin.* by default`
}

func badKey() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: viper.GetStringSlice("web.origins"), // want `\bweb\.origins.* by default`
	})
}

func badKeyOfMap(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", viper.GetString("site.origin")) // want `\bsite\.origin.* by default`
}

func badTag(w http.ResponseWriter, t *config.Tagged) {
	w.Header().Set("Access-Control-Allow-Origin", t.Everybody) // want `\bTAGGED_ORIGIN.* by default`
}

// What stands in this package is reported there.
func badFallbackHere(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", env.Get("ORIGIN", "*")) // want `^by default Access-Control-Allow-Origin is "\*"`
}

func badOwnFallbackHere() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: own.Loader{Prefix: "APP_"}.List("ORIGINS", "*"), // want `^by default AllowedOrigins has "\*"`
	})
}

func badVariadicFallback() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: []string{own.Or("ORIGINS", "*")}, // want `^by default AllowedOrigins has "\*"`
	})
}

func okRestricted(cfg *config.Config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: cfg.CORS.Restricted})
}

func okRequired(cfg *config.Config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: cfg.CORS.Required})
}

func okRestrictedKey() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("web.restricted")})
}

func okUnknownKey(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", viper.GetString("site.other"))
}

func okDifferent(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Origins})
}

func okProduction(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Production})
}

func okDevelopment(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Development})
}

func okGiven(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Given})
}

func okOptional(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Optional})
}

func okLeftOut(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.LeftOut})
}

func okUnknown(s *config.Silent) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: s.Unknown})
}

func okNoFallback() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{own.Lower("ORIGIN", "*")}})
}

func okRestrictedFallback(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", env.Get("ORIGIN", "https://app.example"))
}

func okTagOverwritten(w http.ResponseWriter, t *config.Tagged) {
	w.Header().Set("Access-Control-Allow-Origin", t.Production)
}
