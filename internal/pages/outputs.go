package pages

import (
	"bytes"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// Render makes a page of a layout and the view of its text.
func (s *Maker) Render(from, outPath, layout string, main func() (Paged, error)) channel.Output {
	return channel.Output{Path: outPath, Layout: theme.LayoutOf(layout), From: from, Render: s.renderer(layout, "page", func() (worded, error) {
		v, err := main()
		if err != nil {
			return nil, err
		}
		return v.around(v), nil
	})}
}

// renderer executes one template of a layout.
func (s *Maker) renderer(layout, name string, view func() (worded, error)) func(*bytes.Buffer) error {
	of := theme.LayoutOf(layout)
	return func(w *bytes.Buffer) error {
		v, err := view()
		if err != nil {
			return err
		}
		return s.Theme.Render(w, of, name, v.words(), v)
	}
}

// Written are the pages that editors write.
func Written(s *Maker, add func(channel.Output)) {
	for _, p := range s.Pages {
		o := s.Render(p.File, p.Path, string(p.Kind), func() (Paged, error) { return s.pageView(p), nil })
		o.Pictures = s.pictureBytes(site.PageOrigin(p), p.Doc)
		add(o)
	}
}

// Aliases keep old addresses alive: a page that leads on, without script.
func Aliases(s *Maker, add func(channel.Output)) {
	for _, p := range s.Pages {
		for _, old := range p.Meta.Alias {
			add(s.MovedOutput(p.File, permalink.Old(old), p.Path, s.Locale(p.Lang)))
		}
	}
	for v := range s.Villages.All() {
		for _, old := range v.Alias {
			add(s.MovedOutput(v.File, permalink.Old(old), permalink.Village(v), s.Locales[0]))
		}
	}
}

// MovedOutput makes a page at an old address that leads on to another.
func (s *Maker) MovedOutput(from, old, to string, lang *channel.Locale) channel.Output {
	return channel.Output{Path: old, From: from, Render: s.renderer(string(content.Plain), "moved", func() (worded, error) {
		return movedView{W: lang.Words, Lang: lang.Code, Href: permalink.Relative(old, to), Tab: s.Config.TabName}, nil
	})}
}

type movedView struct {
	W               *theme.Words
	Lang, Href, Tab string
}

// NotFound make the page for addresses that do not exist. A server shows
// it at any depth, so it links by the base URL where there is one.
func NotFound(s *Maker, add func(channel.Output)) {
	lang := s.Locales[0]
	add(s.Render(theme.LayoutFolder+"missing.html", permalink.Missing, theme.MissingLayout, func() (Paged, error) {
		v := s.View(lang, permalink.Missing, lang.Words.Missing, "")
		if base := s.Base(); base != "" {
			v.Root, v.Chrome = base, s.parts[lang].chrome[base]
		}
		v.Chrome.Save = "" // its address is any that does not exist
		return pageView{View: v}, nil
	}))
}

// VillageOutput makes the page of a village.
func (s *Maker) VillageOutput(v *village.Entry) channel.Output {
	return s.Render(v.File, permalink.Village(v), theme.VillageLayout, func() (Paged, error) { return s.villageView(v) })
}

// worded is a view that says in which language it is.
type worded interface{ words() *theme.Words }

// Paged is the view of a kind of page.
type Paged interface{ around(main any) View }

// around gives the view of the whole page around its text.
func (v View) around(main any) View {
	v.Main = main
	return v
}

func (v View) words() *theme.Words { return v.W }

func (v chromeView) words() *theme.Words { return v.W }

func (v contactView) words() *theme.Words { return v.W }

func (v movedView) words() *theme.Words { return v.W }
