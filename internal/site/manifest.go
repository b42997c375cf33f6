package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
)

// A manifest lets a browser put the site among the apps of a phone, where
// others see it: so name and icon are neutral, and luring.html links it by
// script, for those alone who have saved pages. Each language has its own, in
// its own folder, since it says where to start.
const manifestPath = "manifest.webmanifest"

// The colours of the icon, and of the sheet that is shown while the app starts.
const (
	themeColor      = "#0b5560"
	backgroundColor = "#ffffff"
)

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

// appFiles are what a browser asks for where the manifest is linked.
func appFiles(lang *Lang) []string {
	return []string{langPrefix(lang.Code) + manifestPath, appIconPath(iconSides[0])}
}

func manifestOutputs(s *Site, add func(Output)) {
	if s.opt.NoWorker {
		return // nothing is saved, so nothing can start without a network
	}
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + manifestPath
		add(Output{Path: out, from: layoutFolder + "offline.html", Render: func(w *bytes.Buffer) error {
			text, err := json.Marshal(s.manifest(lang, out))
			w.Write(text)
			return err
		}})
	}
}

func (s *Site) manifest(lang *Lang, out string) manifest {
	m := manifest{
		Name: s.Config.TabName, ShortName: s.Config.TabName, Lang: lang.Code,
		Start: "index.html", Scope: cmp.Or(root(out), "./"), Display: "minimal-ui",
		Background: backgroundColor, Theme: themeColor,
	}
	for _, side := range iconSides {
		m.Icons = append(m.Icons, manifestIcon{
			Src: relative(out, appIconPath(side)), Sizes: fmt.Sprintf("%dx%[1]d", side), Type: "image/png",
		})
	}
	return m
}
