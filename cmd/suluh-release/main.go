// Suluh-release makes what is handed out of one version, the same bytes each time: for
// each target a program in an archive with its bill of materials, packages for Debian,
// the manifests of package managers, a Containerfile, and SHA256SUMS of it all.
//
//	suluh-release -version 1.2.0 -url https://host/where/the/archives/will/be
//
// The bytes depend on the commit, the version, the address and the version of Go alone.
// Times in archives are SOURCE_DATE_EPOCH where it is set, else the time of the commit.
// Without -url it makes no manifests for package managers: they must name an address.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	r := release{source: ".", main: "./cmd/suluh", notes: os.Stderr}
	var names string
	flag.StringVar(&r.version, "version", "", "the version, such as 1.2.0 (default: what Go notes of the commit)")
	flag.StringVar(&names, "targets", "", "targets with commas between, such as linux/arm64,windows/amd64 (default: all)")
	flag.StringVar(&r.url, "url", "", "the address of the folder that the archives will be downloaded from")
	flag.StringVar(&r.out, "out", "dist", "the folder to make it in; what an earlier release left there goes")
	flag.Parse()
	var err error
	if r.targets, err = pick(names); err == nil && flag.NArg() > 0 {
		err = fmt.Errorf("%q has no meaning here; see -help", flag.Arg(0))
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "suluh-release: %v\n", err)
		os.Exit(2)
	}
	if err := r.make(); err != nil {
		fmt.Fprintf(os.Stderr, "suluh-release: %v\n", err)
		os.Exit(1)
	}
}
