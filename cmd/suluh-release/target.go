package main

import (
	"fmt"
	"strings"
)

// A target is a system that programs are made for.
type target struct{ os, arch string }

// targets are all of them. armv6 is the oldest Raspberry Pi; android is Termux.
var targets = []target{
	{"windows", "amd64"},
	{"windows", "arm64"},
	{"darwin", "amd64"},
	{"darwin", "arm64"},
	{"linux", "amd64"},
	{"linux", "arm64"},
	{"linux", "armv6"},
	{"android", "arm64"},
	{"freebsd", "amd64"},
}

// String gives the name by which -targets knows it.
func (t target) String() string { return t.os + "/" + t.arch }

// env is what tells Go to build for it. The level of each processor is the lowest, whatever
// the environment of whoever releases says.
func (t target) env() []string {
	env := []string{"CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOEXPERIMENT=", "GOOS=" + t.os}
	if t.arch == "armv6" {
		return append(env, "GOARCH=arm", "GOARM=6")
	}
	return append(env, "GOARCH="+t.arch, "GOAMD64=v1", "GOARM64=v8.0")
}

// program is the name of the program's file.
func (t target) program() string {
	if t.os == "windows" {
		return "suluh.exe"
	}
	return "suluh"
}

// debian is what Debian calls the processor; "" for what is no Debian. What Debian calls
// armhf is ARMv7, but the same name on Raspberry Pi OS is ARMv6, which runs on both.
func (t target) debian() string {
	if t.os != "linux" {
		return ""
	}
	return map[string]string{"amd64": "amd64", "arm64": "arm64", "armv6": "armhf"}[t.arch]
}

// pick gives the targets of a list with commas between; all, where it is empty.
func pick(list string) ([]target, error) {
	if list == "" {
		return targets, nil
	}
	var picked []target
	for name := range strings.SplitSeq(list, ",") {
		found := false
		for _, t := range targets {
			if t.String() == name {
				picked, found = append(picked, t), true
			}
		}
		if !found {
			return nil, fmt.Errorf("-targets: there is no %q; there are %v", name, targets)
		}
	}
	return picked, nil
}
