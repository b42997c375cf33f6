// Suluh-corpus lays out a site of many villages with made-up contents, to
// measure Suluh by: suluh-corpus 83762 /tmp/indonesia.
package main

import (
	"fmt"
	"os"
	"strconv"

	"suluh/internal/corpus"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintf(os.Stderr, "usage: suluh-corpus N DIR   (N villages, 1 to %d)\n", corpus.All)
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = corpus.Write(os.Args[2], n)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "suluh-corpus: %v\n", err)
		os.Exit(2)
	}
}
