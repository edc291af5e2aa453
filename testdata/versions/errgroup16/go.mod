module example.com/fixtures/versions/errgroup16

go 1.26.0

require golang.org/x/sync v0.16.0
