module example.com/fixtures/versions/errgroup15

go 1.26.0

require golang.org/x/sync v0.15.0
