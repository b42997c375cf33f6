package main

import (
	"fmt"
	"strings"
)

// about says what Suluh is, to those who look through packages.
const about = "Light static sites of guides, checklists and village contacts"

// homebrew writes the formula of Homebrew, for the targets of macOS and Linux that were
// made.
func (r *release) homebrew(sums map[target]string) {
	var b strings.Builder
	fmt.Fprintf(&b, "class Suluh < Formula\n  desc %q\n  homepage %q\n  version %q\n  license \"MIT\"\n", about, r.url, r.version)
	for _, system := range []struct{ block, os string }{{"on_macos", "darwin"}, {"on_linux", "linux"}} {
		var inner strings.Builder
		for _, processor := range []struct{ block, arch string }{{"on_arm", "arm64"}, {"on_intel", "amd64"}} {
			t := target{system.os, processor.arch}
			if sum, made := sums[t]; made {
				fmt.Fprintf(&inner, "    %s do\n      url %q\n      sha256 %q\n    end\n", processor.block, r.address(t), sum)
			}
		}
		if inner.Len() > 0 {
			fmt.Fprintf(&b, "\n  %s do\n%s  end\n", system.block, inner.String())
		}
	}
	b.WriteString(`
  def install
    bin.install "suluh"
    man1.install "suluh.1"
    bash_completion.install "suluh.bash" => "suluh"
    zsh_completion.install "_suluh"
  end

  test do
    assert_match "suluh build", shell_output("#{bin}/suluh help")
  end
end
`)
	r.made["suluh.rb"] = []byte(b.String())
}

// address is where the archive of a target will be downloaded from.
func (r *release) address(t target) string { return r.url + "/" + r.archiveName(t) }
