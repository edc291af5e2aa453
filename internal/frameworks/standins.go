package frameworks

// standIns are libraries that listen, handle signals and shut servers down
// themselves, and those by which a platform calls a program that is no server
// there.
var standIns = &Framework{
	Name: "graceful servers",
	Packages: []string{
		"github.com/cloudflare/tableflip", "github.com/fvbock/endless", "github.com/facebookgo/grace/gracehttp",
		"github.com/facebookarchive/grace/gracehttp", "github.com/braintree/manners", "github.com/tylerb/graceful",
		"gopkg.in/tylerb/graceful.v1", "github.com/ory/graceful", "github.com/jpillora/overseer", "github.com/gin-contrib/graceful",
		"github.com/TV4/graceful", "github.com/judwhite/go-svc", "github.com/pseidemann/finish",
		"github.com/aws/aws-lambda-go/lambda", "github.com/GoogleCloudPlatform/functions-framework-go/funcframework",
		"google.golang.org/appengine", "google.golang.org/appengine/v2", "net/http/cgi", "net/http/fcgi",
	},
	Lifecycle: &Lifecycle{Stands: true},
}
