// Package webmanifest makes the web app manifest of each language.
package webmanifest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// backgroundColor is that of the sheet that is shown while the app starts.
const backgroundColor = "#ffffff"

// manifest is the form of W3C's Web Application Manifest. Addresses in it are
// relative to its own.
type manifest struct {
	Name       string         `json:"name"`
	ShortName  string         `json:"short_name"`
	Lang       string         `json:"lang"`
	Start      string         `json:"start_url"`
	Scope      string         `json:"scope"`
	Display    string         `json:"display"` // with a way back: our pages have none of their own
	Background string         `json:"background_color"`
	Theme      string         `json:"theme_color"`
	Icons      []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}

// iconSides are the sizes that browsers ask for, in pixels.
var iconSides = []int{192, 512}

func appIconPath(side int) string { return fmt.Sprintf("ikon-%d.png", side) }

// Files are what a browser asks for where the manifest is linked.
func Files(lang *channel.Locale) []string {
	return []string{content.LangPrefix(lang.Code) + permalink.WebManifest, appIconPath(iconSides[0])}
}

// Outputs makes the manifest of each language; none where nothing is saved.
func Outputs(s *channel.Source, add func(channel.Output)) {
	if s.NoServiceWorker {
		return // nothing is saved, so nothing can start without a network
	}
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.WebManifest
		add(channel.Output{Path: out, From: theme.LayoutFolder + "offline.html", Render: func(w *bytes.Buffer) error {
			text, err := json.Marshal(manifestOf(s, lang, out))
			w.Write(text)
			return err
		}})
	}
}

func manifestOf(s *channel.Source, lang *channel.Locale, out string) manifest {
	m := manifest{
		Name: s.Config.TabName, ShortName: s.Config.TabName, Lang: lang.Code,
		Start: "index.html", Scope: cmp.Or(permalink.Root(out), "./"), Display: "minimal-ui",
		Background: backgroundColor, Theme: s.Theme.Colour(),
	}
	for _, side := range iconSides {
		m.Icons = append(m.Icons, manifestIcon{
			Src: permalink.Relative(out, appIconPath(side)), Sizes: fmt.Sprintf("%dx%[1]d", side), Type: "image/png",
		})
	}
	return m
}
