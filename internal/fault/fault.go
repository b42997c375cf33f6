// Package fault lets a test fail, or kill, a program at its Nth operation on the
// disk, for every N until none is left.
//
// Whoever writes to the disk has a [Point] and asks it before each operation; in
// the program it is nil, and asking costs nothing. A test puts an [Nth] there.
package fault

import "errors"

// Point stands before the operations of one writer. Nil lets all of them pass.
type Point func() error

// Step comes before an operation. An error takes its place.
func (p Point) Step() error {
	if p == nil {
		return nil
	}
	return p()
}

// ErrInjected is the error of an operation that was made to fail.
var ErrInjected = errors.New("this operation fails")

// killed is what a process panics with that is gone.
type killed struct{}

// Nth fails one operation, and no other: the Nth from now on. With Kill the
// process is gone there.
type Nth struct {
	N    int
	Kill bool
	Came bool // there were so many operations
}

// Step is the Point.
func (n *Nth) Step() error {
	if n.N--; n.N != 0 {
		return nil
	}
	n.Came = true
	if n.Kill {
		panic(killed{})
	}
	return ErrInjected
}

// Survive runs what may be killed, and tells whether it was.
func Survive(do func()) (wasKilled bool) {
	defer func() {
		gone := recover()
		if _, wasKilled = gone.(killed); gone != nil && !wasKilled {
			panic(gone)
		}
	}()
	do()
	return false
}
