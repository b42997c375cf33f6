package deploy

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"suluh/internal/cache"
)

// pendingName lies on a host from before the first file is changed until the last has been:
// the list of all files that a deploy may have changed.
const pendingName = ".suluh-deploy"

// pending is that list. A deploy that goes on where another was cut adds its own names, so
// whatever was left half done, by whomever, stays named until one deploy ends.
type pending map[string]bool

const pendingHeader = "suluh deploy 1\n"

func (p pending) data() []byte {
	var b bytes.Buffer
	b.WriteString(pendingHeader)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		b.WriteString(name + "\n")
	}
	fmt.Fprintf(&b, "= %x\n", sha256.Sum256(b.Bytes()))
	return b.Bytes()
}

var errPending = errors.New("the list of a deploy on its way is not whole")

func parsePending(data []byte) (pending, error) {
	names, _, found := strings.Cut(string(data), "\n= ")
	names += "\n"
	if !found || !strings.HasPrefix(names, pendingHeader) {
		return nil, errPending
	}
	p := pending{}
	for line := range strings.Lines(strings.TrimPrefix(names, pendingHeader)) {
		p[strings.TrimSuffix(line, "\n")] = true
	}
	if !bytes.Equal(p.data(), data) {
		return nil, errPending
	}
	return p, nil
}

// with adds what a plan changes.
func (p pending) with(plan *Plan) pending {
	all := pending{}
	maps.Copy(all, p)
	for _, names := range []Names{plan.New, plan.Changed, plan.Gone} {
		for _, name := range names {
			all[name] = true
		}
	}
	return all
}

// gone stands in a journal for a file that was taken away.
var gone = cache.Hash{}
