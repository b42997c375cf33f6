package record

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// coder writes values to its data, or reads them from there.
type coder struct {
	data    []byte
	all     string // the data as a text, of which read texts are parts; empty when they are copies
	at      int    // what is read next
	reading bool
	broken  bool
}

// isDone tells whether all data were read, and nothing was wrong with them.
func (c *coder) isDone() bool { return !c.broken && c.at == len(c.data) }

// whole is a whole number.
func whole[T ~int | ~int32 | ~uint64](c *coder, n *T) {
	if !c.reading {
		c.data = binary.AppendVarint(c.data, int64(*n))
		return
	}
	v, size := binary.Varint(c.data[c.at:])
	if size <= 0 {
		c.breaks()
		return
	}
	c.at += size
	*n = T(v)
}

// breaks notes that the data are damaged; nothing more is read of them.
func (c *coder) breaks() { c.broken, c.at = true, len(c.data) }

// next gives the next bytes to read; nil when they are not there.
func (c *coder) next(n int) []byte {
	if n < 0 || n > len(c.data)-c.at {
		c.breaks()
		return nil
	}
	c.at += n
	return c.data[c.at-n : c.at]
}

func text[T ~string](c *coder, s *T) {
	n := len(*s)
	whole(c, &n)
	if !c.reading {
		c.data = append(c.data, *s...)
		return
	}
	data := c.next(n)
	switch {
	case len(data) == 0:
		*s = ""
	case c.all != "":
		*s = T(c.all[c.at-n : c.at])
	default:
		*s = T(data)
	}
}

func (c *coder) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	whole(c, &n)
	*b = n == 1
}

func (c *coder) float(f *float64) {
	if !c.reading {
		c.data = binary.LittleEndian.AppendUint64(c.data, math.Float64bits(*f))
		return
	}
	if data := c.next(8); data != nil {
		*f = math.Float64frombits(binary.LittleEndian.Uint64(data))
	}
}

// small is a number of single precision.
func (c *coder) small(f *float32) {
	wide := float64(*f)
	c.float(&wide)
	*f = float32(wide)
}

// list is a list of values. An empty one is read as nil.
func list[L ~[]T, T any](c *coder, l *L, each func(*coder, *T)) {
	n := len(*l)
	whole(c, &n)
	if c.reading {
		if n < 0 || n > len(c.data)-c.at { // each value takes a byte at least
			c.breaks()
		}
		if c.broken || n == 0 {
			return
		}
		*l = make(L, n)
	}
	for i := range *l {
		each(c, &(*l)[i])
	}
}

// optional is a value that may not be there.
func optional[T any](c *coder, v **T, each func(*coder, *T)) {
	there := *v != nil
	c.flag(&there)
	if !there {
		return
	}
	if c.reading {
		*v = new(T)
	}
	each(c, *v)
}

// pointer is a value in a list of pointers, none of which is nil.
func pointer[T any](each func(*coder, *T)) func(*coder, **T) {
	return func(c *coder, v **T) {
		if c.reading {
			*v = new(T)
		}
		each(c, *v)
	}
}

// argument is one of a message: a text or a figure. Others are written as the message
// shows them.
func (c *coder) argument(v *any) {
	n, isFigure := (*v).(int)
	c.flag(&isFigure)
	if isFigure {
		whole(c, &n)
		*v = n
		return
	}
	s := ""
	if !c.reading {
		s = fmt.Sprint(*v)
	}
	text(c, &s)
	*v = strings.Clone(s)
}
