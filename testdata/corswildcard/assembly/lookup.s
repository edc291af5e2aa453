// func lookup(key, fallback string) string is not here: nothing links it.
