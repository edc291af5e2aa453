package a

func bad() {}

func reported() {
	bad() // want "bad call"
}

func okAbove() {
	//lint:ignore errenvelope a reason
	bad()
}

func okOnTheLine() {
	bad() //lint:ignore errenvelope a reason
}

func okSeveralRules() {
	//lint:ignore corswildcard,errenvelope a reason
	bad()
}

func onlyTheNextStatement() {
	//lint:ignore errenvelope a reason
	bad()
	bad() // want "bad call"
}

func noReason() {
	/* want `//lint:ignore errenvelope has no reason and is not honoured; write why after the rule's name` */ //lint:ignore errenvelope
	bad()                                                                                                     // want "bad call"
}

func matchesNothing() {
	/* want `//lint:ignore errenvelope suppresses nothing; remove it` */ //lint:ignore errenvelope a reason
	good()
}

func misspelt() {
	/* want `//lint:ignore names "errenvelop", which is no rule; did you mean "errenvelope"\?` */ //lint:ignore errenvelop a reason
	bad()                                                                                         // want "bad call"
}

func otherTool() {
	//lint:ignore SA1000 a reason
	good()
	//lint:ignore corswildcard of another rule, which speaks for itself
	good()
}

func good() {}
