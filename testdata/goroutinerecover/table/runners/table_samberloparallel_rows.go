package runners

import (
	"net/http"

	lop "github.com/samber/lo/parallel"
)

// Row052: ForEach; the process ends.
func Row052(http.ResponseWriter, *http.Request) {
	lop.ForEach([]int{1}, func(int, int) { boom() })
}
