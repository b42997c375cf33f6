// Package cache keeps on disk what was made of files, so that it need be made
// neither again for an unchanged file nor held in memory.
//
// # What is kept
//
// A record belongs to one file. It has the hash of the file's content, a head,
// which is read when the cache is asked for the file, and a body, which is
// read when it is needed. What they hold is the caller's.
//
// # When a record holds
//
// A record is found by the file's name and its stamp: size, time of the
// content, time of the entry and number (inode), as far as the system knows
// them. A file that was touched within two seconds before it was recorded may
// change again without a new stamp (the clock of a file system may tick as
// slowly, FAT's does), so its record is found by the hash of its content only.
//
// # The file
//
// The cache is one file: a line with the version, then records. Each is as long
// as its first bytes say and carries a checksum, so that a file that was cut
// off or damaged loses records and never gives a wrong one. The version names
// the program as well as the format: what another program made is not read.
// New records go to a file beside; Save puts kept and new ones together and
// renames, so any number of processes may use a cache at once, the last Save
// wins, and whoever deletes the file loses time and nothing else.
package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"suluh/internal/fault"
)

// Hash is the first half of a content's SHA-256: enough to tell files apart.
type Hash [16]byte

// Ref is where a body lies. The zero Ref means nowhere.
type Ref struct {
	off    int64
	length int
	fresh  bool // in the file with new records
	sum    uint32
}

// IsZero tells whether there is a body at all.
func (p Ref) IsZero() bool { return p.length == 0 }

// Record is what is known of one file.
type Record struct {
	Hash Hash
	Head []byte
	Body Ref
}

// Cache is safe for use from many goroutines. A nil Cache keeps nothing.
type Cache struct {
	path    string
	version string
	old     *os.File // nil when there was none
	known   map[string]item

	fault fault.Point // asked before each operation that changes the disk

	mu    sync.Mutex
	fresh *os.File // made with the first new record
	out   *bufio.Writer
	off   int64
	used  map[string]bool // of known: found again by their names
	added map[string]bool
}

// item is where a record lies in the old file.
type item struct {
	stamp            Stamp
	hash             Hash
	off              int64 // of the record
	name, head, body int   // lengths
	sum              uint32
}

// fixed is the length of a record before its name: lengths of name, head and
// body, stamp, hash, checksum of the head, checksum of the body.
const fixed = 3*4 + 4*8 + 16 + 2*4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open opens a cache. A file that cannot be read is one that is not there.
func Open(path, version string) *Cache {
	c := &Cache{path: path, version: version + "\n", known: map[string]item{}, used: map[string]bool{}, added: map[string]bool{}}
	f, err := os.Open(path)
	if err != nil {
		return c
	}
	if err := c.scan(f); err != nil {
		_ = f.Close()
		c.known = map[string]item{}
		return c
	}
	c.old = f
	return c
}

// scan notes where the records lie, as far as the file is whole.
func (c *Cache) scan(f *os.File) error {
	in := bufio.NewReaderSize(f, 1<<20)
	first, err := in.ReadString('\n')
	if err != nil || first != c.version {
		return errors.New("made by another program")
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	off := int64(len(first))
	var head [fixed]byte
	var name []byte
	for {
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return nil
		}
		it := decode(head[:])
		it.off = off
		if off+it.size() > info.Size() || it.name > 1<<16 {
			return nil
		}
		name = append(name[:0], make([]byte, it.name)...)
		if _, err := io.ReadFull(in, name); err != nil {
			return nil
		}
		if _, err := in.Discard(it.head + it.body); err != nil {
			return nil
		}
		c.known[string(name)] = it
		off += it.size()
	}
}

func (it item) size() int64 { return int64(fixed + it.name + it.head + it.body) }

func (it item) place() Ref {
	return Ref{off: it.off + int64(fixed+it.name+it.head), length: it.body, sum: it.sum}
}

// Find gives the record of a file that has not changed since it was made.
func (c *Cache) Find(name string, stamp Stamp) (Record, bool) {
	if c == nil || stamp == (Stamp{}) {
		return Record{}, false
	}
	it, ok := c.known[name]
	if !ok || it.stamp != stamp {
		return Record{}, false
	}
	return c.record(name, it)
}

// FindContent gives the record of a file with the same content. The caller
// should add it anew, so that next time its stamp is enough.
func (c *Cache) FindContent(name string, hash Hash) (Record, bool) {
	if c == nil {
		return Record{}, false
	}
	it, ok := c.known[name]
	if !ok || it.hash != hash {
		return Record{}, false
	}
	return c.record(name, it)
}

func (c *Cache) record(name string, it item) (Record, bool) {
	data := make([]byte, fixed+it.name+it.head)
	if _, err := c.old.ReadAt(data, it.off); err != nil {
		return Record{}, false
	}
	head := data[fixed+it.name:]
	if string(data[fixed:fixed+it.name]) != name || crc32.Checksum(head, castagnoli) != binary.LittleEndian.Uint32(data[fixed-8:]) {
		return Record{}, false
	}
	c.mu.Lock()
	c.used[name] = true
	c.mu.Unlock()
	return Record{Hash: it.hash, Head: head, Body: it.place()}, true
}

// Add keeps what was made of a file, and gives the place of the body. A disk
// that cannot be written makes the cache useless, not the program, so that is
// no error: the Place is zero.
func (c *Cache) Add(name string, stamp Stamp, hash Hash, head, body []byte) Ref {
	if c == nil {
		return Ref{}
	}
	it := item{stamp: stamp.steady(), hash: hash, name: len(name), head: len(head), body: len(body), sum: crc32.Checksum(body, castagnoli)}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.open() {
		return Ref{}
	}
	it.off = c.off
	for _, part := range [][]byte{it.encode(crc32.Checksum(head, castagnoli)), []byte(name), head, body} {
		if _, err := c.out.Write(part); err != nil {
			c.fail()
			return Ref{}
		}
	}
	c.off += it.size()
	c.added[name] = true
	place := it.place()
	place.fresh = true
	return place
}

// steady gives the stamp of a file that cannot change without a new one, and
// the zero Stamp for all others.
func (s Stamp) steady() Stamp {
	const tick = 2 * time.Second
	now := time.Now().Add(-tick).UnixNano()
	if s.Time <= 0 || s.Time > now || s.Change > now {
		return Stamp{}
	}
	return s
}

// open makes the file for new records.
func (c *Cache) open() bool {
	if c.out != nil {
		return true
	}
	if c.path == "" {
		return false
	}
	err := c.fault.Step()
	if err == nil {
		err = os.MkdirAll(filepath.Dir(c.path), 0o700)
	}
	if err == nil {
		err = c.fault.Step()
	}
	if err == nil {
		c.fresh, err = os.CreateTemp(filepath.Dir(c.path), filepath.Base(c.path)+".*.new")
	}
	if err != nil {
		c.path = ""
		return false
	}
	c.out = bufio.NewWriterSize(c.fresh, 1<<20)
	if _, err := c.out.WriteString(c.version); err != nil {
		c.fail()
		return false
	}
	c.off = int64(len(c.version))
	return true
}

// fail gives up on new records.
func (c *Cache) fail() {
	_ = os.Remove(c.fresh.Name())
	_ = c.fresh.Close()
	c.fresh, c.out, c.path = nil, nil, ""
}

// Read gives a body. It returns false when it is not there any more, or not as
// it was written; the caller then makes it anew.
func (c *Cache) Read(p Ref) ([]byte, bool) {
	if c == nil || p.IsZero() {
		return nil, false
	}
	f := c.old
	if p.fresh {
		f = c.fresh
	}
	if f == nil {
		return nil, false
	}
	body := make([]byte, p.length)
	if _, err := f.ReadAt(body, p.off); err != nil || crc32.Checksum(body, castagnoli) != p.sum {
		return nil, false
	}
	return body, true
}

// Flush makes the bodies of new records readable.
func (c *Cache) Flush() {
	if c == nil || c.out == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := errors.Join(c.fault.Step(), c.out.Flush()); err != nil {
		c.fail()
	}
}

// Save writes the records that were found or added since Open, and only these,
// so that deleted files leave nothing behind. Places stay readable until Close;
// nothing is found any more.
func (c *Cache) Save() error {
	if c == nil {
		return nil
	}
	defer c.forget()
	c.Flush()
	if len(c.added) == 0 && len(c.used) == len(c.known) || c.path == "" {
		return nil
	}
	var kept []item
	for name, it := range c.known {
		if c.used[name] && !c.added[name] {
			kept = append(kept, it)
		}
	}
	if err := c.saveWith(kept); err != nil {
		return fmt.Errorf("save cache: %w", err)
	}
	return nil
}

// forget gives back the memory that only finding needs.
func (c *Cache) forget() {
	c.known, c.used, c.added = nil, nil, map[string]bool{}
}

// saveWith puts old records behind the new ones. The order says nothing.
func (c *Cache) saveWith(kept []item) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.open() {
		return nil
	}
	var record []byte
	for _, it := range kept {
		record = slices.Grow(record[:0], int(it.size()))[:it.size()]
		if _, err := c.old.ReadAt(record, it.off); err != nil {
			return err
		}
		if _, err := c.out.Write(record); err != nil {
			return err
		}
	}
	if err := errors.Join(c.fault.Step(), c.out.Flush()); err != nil {
		return err
	}
	if err := c.fault.Step(); err != nil {
		return err
	}
	return os.Rename(c.fresh.Name(), c.path)
}

// Close gives back what Open took. Without a Save new records are lost.
func (c *Cache) Close() {
	if c == nil {
		return
	}
	if c.fresh != nil {
		_ = os.Remove(c.fresh.Name()) // gone already if it was saved
		_ = c.fresh.Close()
	}
	if c.old != nil {
		_ = c.old.Close()
	}
}

func (it item) encode(head uint32) []byte {
	b := make([]byte, 0, fixed)
	for _, n := range []int{it.name, it.head, it.body} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	for _, n := range []int64{it.stamp.Size, it.stamp.Time, it.stamp.Change, it.stamp.Number} {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	b = append(b, it.hash[:]...)
	b = binary.LittleEndian.AppendUint32(b, head)
	return binary.LittleEndian.AppendUint32(b, it.sum)
}

func decode(b []byte) item {
	u32 := func(off int) int { return int(binary.LittleEndian.Uint32(b[off:])) }
	i64 := func(off int) int64 { return int64(binary.LittleEndian.Uint64(b[off:])) }
	return item{
		name: u32(0), head: u32(4), body: u32(8),
		stamp: Stamp{Size: i64(12), Time: i64(20), Change: i64(28), Number: i64(36)},
		hash:  Hash(b[44:60]), sum: uint32(u32(64)),
	}
}
