// Command accuracy holds runs of prodvet on real services against sites in them
// that were labelled by hand, and prints a table: per class of sites and driver,
// how many of the true ones are reported, and how many of the false ones.
//
//	go run ./internal/accuracy -labels labels.jsonl -prodvet ./prodvet [-golangci-lint ./bin/prodvet-lint] owner/name=dir...
//
// A label is a line of JSON, see [label]; dir is a checkout of the labelled
// commit, with the folder to run in behind a comma if it is not the root.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	set := flag.NewFlagSet("accuracy", flag.ContinueOnError)
	labels := set.String("labels", "", "`file` with the labels")
	tool := set.String("prodvet", "", "`file` of prodvet")
	lint := set.String("golangci-lint", "", "`file` of a golangci-lint with the plugin; without it, its column is missing")
	verbose := set.Bool("v", false, "list what is missed and what is false")
	if err := set.Parse(args); err != nil {
		return err
	}
	if *labels == "" || *tool == "" || set.NArg() == 0 {
		return errors.New("-labels, -prodvet and at least one owner/name=dir are needed")
	}
	all, err := readLabels(*labels)
	if err != nil {
		return err
	}
	services, err := parseServices(set.Args())
	if err != nil {
		return err
	}
	drivers, err := newDrivers(*tool, *lint)
	if err != nil {
		return err
	}
	t := newTable(drivers)
	for _, s := range services {
		for i, d := range drivers {
			for _, c := range configurations {
				if d.byDefault && c.name != byDefault {
					continue
				}
				found, err := d.findings(s, c)
				if err != nil {
					return fmt.Errorf("%s, %s, %s: %w", s.repo, d.name, c.name, err)
				}
				t.add(i, c, s.repo, all, found)
			}
		}
	}
	t.write(os.Stdout, *verbose)
	return nil
}

// service is a checked-out service.
type service struct {
	repo string // owner/name
	root string // of the checkout
	dir  string // to run in
}

func parseServices(args []string) (list []service, err error) {
	for _, arg := range args {
		repo, dir, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, fmt.Errorf("%q: write owner/name=dir or owner/name=dir,folder", arg)
		}
		root, folder, _ := strings.Cut(dir, ",")
		if root, err = filepath.Abs(root); err != nil {
			return nil, err
		}
		if root, err = filepath.EvalSymlinks(root); err != nil {
			return nil, err
		}
		list = append(list, service{repo, root, filepath.Join(root, folder)})
	}
	return list, nil
}
