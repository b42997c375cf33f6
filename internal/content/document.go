package content

import (
	"bytes"
	"compress/zlib"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"

	"suluh/internal/source"
)

// Documents and recordings are published as they are, so they may be nothing
// but what their names say, and hold nothing that acts. A card of contacts is
// made from data that are checked; one that was made elsewhere is none of those.

// DocumentFault says why a file that pages may link is not published.
func DocumentFault(name string, data []byte) *source.Diagnostic {
	begins := func(signs ...string) bool {
		for _, sign := range signs {
			if bytes.HasPrefix(data, []byte(sign)) {
				return true
			}
		}
		return false
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".vcf":
		return source.Whole(name, source.DocumentRefused, "VCF")
	case ".pdf":
		if !begins("%PDF-") {
			return source.Whole(name, source.DocumentRefused, "PDF?")
		}
		if found := actsInPDF(data); found != "" {
			return source.Whole(name, source.DocumentRefused, found)
		}
	case ".ogg", ".opus":
		if !begins("OggS") {
			return source.Whole(name, source.DocumentRefused, "OGG?")
		}
	case ".mp3":
		if !begins("ID3") && (len(data) < 2 || data[0] != 0xFF || data[1]&0xE0 != 0xE0) {
			return source.Whole(name, source.DocumentRefused, "MP3?")
		}
	}
	return nil
}

var (
	// acting are the names by which a PDF runs something, sends something or holds
	// another file (ISO 32000-1, 12.6.4).
	acting = regexp.MustCompile(`/(JavaScript|JS|Launch|EmbeddedFiles?|SubmitForm|ImportData|RichMedia|XFA|GoToE)\b`)
	// escapedName is a letter of a name that is written as its number.
	escapedName = regexp.MustCompile(`#([0-9A-Fa-f]{2})`)
	streamBegin = regexp.MustCompile(`\bstream\r?\n`)
)

// mostUnpacked is how many bytes of the packed parts of a PDF are looked at:
// objects that act are small, and pictures are large.
const mostUnpacked = 4 << 20

// actsInPDF gives the name of the first thing in a PDF that acts, or "". Objects
// stand between the streams, and packed in streams of objects; what else is
// packed (pages, letters, photos) may hold any bytes and acts never.
func actsInPDF(data []byte) string {
	left := int64(mostUnpacked)
	for len(data) > 0 {
		objects, rest := data, []byte(nil)
		begin := streamBegin.FindIndex(data)
		if begin != nil {
			objects, rest = data[:begin[0]], data[begin[1]:]
		}
		if found := actingName(objects); found != "" {
			return found
		}
		if begin == nil {
			return ""
		}
		if bytes.Contains(objects[max(0, len(objects)-400):], []byte("/ObjStm")) && left > 0 {
			if unpacked, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
				text, _ := io.ReadAll(io.LimitReader(unpacked, left)) // what came before a fault counts
				left -= int64(len(text))
				if found := actingName(text); found != "" {
					return found
				}
			}
		}
		_, data, _ = bytes.Cut(rest, []byte("endstream"))
	}
	return ""
}

func actingName(text []byte) string {
	if bytes.IndexByte(text, '#') >= 0 {
		text = escapedName.ReplaceAllFunc(text, func(m []byte) []byte {
			n, err := strconv.ParseUint(string(m[1:]), 16, 8)
			if err != nil {
				return m
			}
			return []byte{byte(n)}
		})
	}
	return string(acting.Find(text))
}
