package main

import "fmt"

// containerfile writes the recipe of an image that holds the program and nothing else. The
// archives of Linux stand beside it; podman and docker name the processor as they do.
func (r *release) containerfile(sums map[target]string) {
	made := false
	for t := range sums {
		made = made || t.os == "linux"
	}
	if !made {
		return
	}
	r.made["Containerfile"] = fmt.Appendf(nil, `# podman build -t suluh .    (in the folder of this file and of the archives)
# podman run --rm -v "$PWD:/situs" suluh build
# There is no git, no rsync and no certificate in it: deploy with the program itself.
FROM scratch
ARG TARGETARCH
ARG TARGETVARIANT
ADD suluh_%s_linux_${TARGETARCH}${TARGETVARIANT}.tar.gz /
WORKDIR /situs
ENTRYPOINT ["/suluh"]
`, r.version)
}
