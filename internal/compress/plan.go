package compress

import "fmt"

// Effort is how much time a build spends on compressing.
type Effort string

// The efforts. ByGain needs no thought: best quality for small sites and for what is
// read most, less where it gains little.
const (
	ByGain Effort = ""
	Best   Effort = "best"
	Fast   Effort = "fast"
	None   Effort = "none"
)

// Levels of brotli below the best. On a village page of 12 KB, dense takes half of the
// time of the best and makes 2 % more, light takes a thirtieth and makes 9 % more; what
// lies between them is slower than light and no smaller.
const (
	lightLevel = 5
	denseLevel = 10
)

// Plan is how one file is to be compressed. The zero Plan is the best quality.
type Plan struct {
	Saves Saves
	// Most is a size in bytes that the file should not pass for want of quality: what is
	// larger is made anew at the best. 0 for none.
	Most int
}

// Saves is what time may be spent on.
type Saves uint8

// From most time to least.
const (
	Bytes   Saves = iota // each byte
	Nearly               // nearly each byte, in half of the time
	Packets              // only what may save a packet on its way
	Nothing              // no time
)

// Brotli compresses a file after the plan. What took long is found in kept, or put
// there; kept may be nil. The result depends on the plan and the data alone.
func (p Plan) Brotli(data []byte, kept *Store) ([]byte, error) {
	level := map[Saves]int{Bytes: BrotliLevel, Nearly: denseLevel, Packets: lightLevel, Nothing: lightLevel}[p.Saves]
	packed, err := kept.brotli(data, level)
	if err == nil && p.Saves == Packets && maySavePacket(len(packed)) {
		level = denseLevel
		packed, err = kept.brotli(data, level)
	}
	if err == nil && p.Most > 0 && len(packed) > p.Most && level < BrotliLevel {
		return kept.brotli(data, BrotliLevel)
	}
	return packed, err
}

// String tells plans apart.
func (p Plan) String() string { return fmt.Sprintf("%d most %d", p.Saves, p.Most) }

// maySavePacket tells whether a file that light made so large could fit into fewer
// packets: dense takes up to a ninth off.
func maySavePacket(size int) bool { return PacketsOf(size) > PacketsOf(size-size/9) }

// Sizes of the network (Ethernet MTU less IP and TCP headers; a usual set of
// response headers).
const (
	segment = 1460
	headers = 350
)

// PacketsOf is how many segments an answer of so many bytes takes. Ten fit into
// the first burst.
func PacketsOf(size int) int { return (size + headers + segment - 1) / segment }
