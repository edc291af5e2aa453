package a

//lint:file-ignore errenvelope this file answers another protocol

func wholeFile() {
	bad()
	bad()
}
