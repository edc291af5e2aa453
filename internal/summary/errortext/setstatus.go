package errortext

import (
	"go/ast"

	"github.com/prodvet/prodvet/internal/summary/response"
)

// setsStatus returns the states before a node that sets the status which a
// later call sends, and ok if it does. Only what runs before until is looked
// at, if that is not nil.
func (s *search) setsStatus(n ast.Node, until ast.Expr, st state) (states []state, ok bool) {
	if _, deferred := n.(*ast.DeferStmt); deferred {
		return nil, false
	}
	for _, call := range s.callsIn(n) {
		if call == until {
			break
		}
		status, sets, known := s.statusSet(call, st.status)
		if !sets {
			continue
		}
		states, ok = nil, true
		if known {
			next := st
			next.status = status
			states = []state{next}
		}
	}
	return states, ok
}

// statusSet returns the status that a call sets for those after it.
func (s *search) statusSet(call *ast.CallExpr, st status) (next status, sets, known bool) {
	if w, ok := s.responses.Primitive(call); ok {
		if !w.StatusOnly {
			return st, false, false
		}
		if w.Fixed != 0 {
			next, known = st.resolved([]int{w.Fixed})
			return next, true, known
		}
		if w.Status == None || w.Status >= len(call.Args) {
			return st, true, false
		}
		next, known = s.statusOf(call.Args[w.Status], st)
		return next, true, known
	}
	for _, o := range s.responses.Call(call) {
		if !o.StatusOnly || o.Status.Implicit {
			continue
		}
		next, known = s.outcomeStatus(o, st)
		return next, true, known
	}
	return st, false, false
}

func (s *search) outcomeStatus(o response.Outcome, st status) (status, bool) {
	switch {
	case len(o.Status.Codes) > 0:
		return st.resolved(o.Status.Codes)
	case o.Status.Param != None:
		st.how, st.param = statusParam, o.Status.Param
		return st, true
	}
	return st, false
}
