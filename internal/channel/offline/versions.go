package offline

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/permalink"
)

// versionDigits are the hexadecimal digits that name the bytes of a file. By eight, one of
// 350 files that changed is taken for unchanged in twelve million changes.
const versionDigits = 8

// Versions makes versi.json: {"suluh":"0f3a…"}, the names of all that can be saved as it is
// published now, one behind the other in their order. A name says nothing of the path: a
// copy keeps what has its name there and asks for all else.
func Versions(s *Saving, add func(channel.Output)) {
	if s.NoServiceWorker {
		return
	}
	add(channel.Output{Path: permalink.Versions, From: offlineFile, Render: func(w *bytes.Buffer) error {
		var versions []string
		for _, name := range s.SavedNames() {
			data, err := s.File(name)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			versions = append(versions, hex.EncodeToString(sum[:])[:versionDigits])
		}
		slices.Sort(versions)
		fmt.Fprintf(w, `{"suluh":%q}`, strings.Join(slices.Compact(versions), ""))
		return nil
	}})
}
