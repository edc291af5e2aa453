package runners

import (
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/viper"
)

// Row056: OnConfigChange; the process ends.
func Row056(http.ResponseWriter, *http.Request) {
	p := filepath.Join(os.TempDir(), "semantics-viper.yaml")
	_ = os.WriteFile(p, []byte("a: 1\n"), 0o600)
	v := viper.New()
	v.SetConfigFile(p)
	_ = v.ReadInConfig()
	v.OnConfigChange(onChange)
	v.WatchConfig()
	time.Sleep(50 * time.Millisecond)
	_ = os.WriteFile(p, []byte("a: 2\n"), 0o600)
	time.Sleep(300 * time.Millisecond)
}
