package markdown

import (
	"bufio"
	"bytes"

	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"suluh/internal/source"
)

// cleanWriter writes text as goldmark does, but for signs that steer: a
// reference like &#2; stands for a control character, and control characters
// are what placeholders are made of until they are filled. So none can come from a
// text; nodeRenderer alone writes them.
type cleanWriter struct{ html.Writer }

func (c cleanWriter) Write(w util.BufWriter, text []byte) {
	clean(w, text, c.Writer.Write)
}

func (c cleanWriter) RawWrite(w util.BufWriter, text []byte) {
	clean(w, text, c.Writer.RawWrite)
}

func (c cleanWriter) SecureWrite(w util.BufWriter, text []byte) {
	clean(w, text, c.Writer.SecureWrite)
}

// clean writes text; only where an entity may hide a sign, or one stands there as
// it is, does it look at what comes out.
func clean(w util.BufWriter, text []byte, write func(util.BufWriter, []byte)) {
	if bytes.IndexByte(text, '&') < 0 && !bytes.ContainsFunc(text, source.IsSteering) {
		write(w, text)
		return
	}
	var out bytes.Buffer
	buffered := bufio.NewWriter(&out)
	write(buffered, text)
	_ = buffered.Flush() // a buffer takes all
	_, _ = w.Write(bytes.Map(func(r rune) rune {
		if source.IsSteering(r) {
			return -1
		}
		return r
	}, out.Bytes()))
}

// isUnseen tells whether a sign is a space or a hyphen of no width: a directive
// or a word with one in it is neither found nor read.
func isUnseen(r rune) bool { return r == '\u200B' || r == '\u2060' || r == '\uFEFF' || r == '\u00AD' }
