package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
)

// label is one site of a service, read by hand.
type label struct {
	Repo  string         `json:"repo"`
	File  string         `json:"file"` // relative to the checkout's root
	Line  int            `json:"line"`
	Class string         `json:"class"` // of the sites: see rows
	Label any            `json:"label"` // true: a finding; false: none; "unsure": not counted
	Note  string         `json:"note"`
	Facts map[string]any `json:"facts"`
}

var number = regexp.MustCompile(`\d+`)

// lines returns the lines on which a report counts: the site's, and those of its
// fact "alt".
func (l label) lines() []int {
	lines := []int{l.Line}
	if alt, ok := l.Facts["alt"]; ok {
		for _, s := range number.FindAllString(fmt.Sprint(alt), -1) {
			if n, err := strconv.Atoi(s); err == nil {
				lines = append(lines, n)
			}
		}
	}
	return lines
}

func readLabels(name string) (list []label, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		list = append(list, l)
	}
	return list, lines.Err()
}
