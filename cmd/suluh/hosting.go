package main

import (
	"strings"

	"suluh/internal/builder"
	"suluh/internal/hosting"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// hostsOf gives the hosts for which files are written: those of --host, else those of
// situs.yaml. False after saying what is wrong.
func (e *env) hostsOf(s *publish.Edition, asked string) ([]hosting.Host, bool) {
	if asked == "" {
		return builder.HostsOf(s), true
	}
	var hosts []hosting.Host
	for name := range strings.SplitSeq(asked, ",") {
		h, ok := hosting.Of(strings.TrimSpace(name))
		if !ok {
			e.complain(source.SayHostUnknown, name, strings.Join(hosting.Names(), ", "))
			return nil, false
		}
		hosts = append(hosts, h)
	}
	return hosts, true
}

// besideSite says that a file for whoever sets up a host was written, or was left alone.
func (e *env) besideSite(host, file string, kept bool) {
	if kept {
		e.complain(source.SayHostFileKept, file)
		return
	}
	e.say(source.SayHostFile, host, file)
}
