package pages

import (
	"encoding/json"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// The form by which an office sends its data: it makes a text in the phone, which
// its writer sends on WhatsApp or as a text message to whom they choose. Nothing
// goes to a server. Without a script the text stands there to be copied; the form
// shows itself when its script runs.

// mostSend is how many villages a list to choose from may have; more are typed.
const mostSend = 800

// sendView is the form.
type sendView struct {
	View
	S         *theme.SendWords
	Areas     []sendArea
	Rules     string // JSON: field, pattern, whether it must be found, what to say
	Script    string
	Blank     string // the text without any data
	ChatBlank string
	SMSBlank  template.URL
}

// sendArea is a district with its villages.
type sendArea struct {
	Name     string
	Villages []sendVillage
}

type sendVillage struct{ Code, Name string }

// Form make the form, in Indonesian: officials write it.
func Form(s *Maker, add func(channel.Output)) {
	add(channel.File(theme.SendScriptFile, permalink.SendScript, s.Theme.SendScript))
	add(s.Render(theme.LayoutFolder+"send.html", permalink.Send, theme.SendLayout, func() (Paged, error) { return s.sendView() }))
}

func (s *Maker) sendView() (sendView, error) {
	lang := s.Locales[0]
	words := &lang.Words.Send
	var rules [][]any
	for _, r := range village.FormRules() {
		rules = append(rules, []any{r.Field, r.Pattern, r.Must, words.Wrong.Of(r.Wrong)})
	}
	data, err := json.Marshal(rules)
	if err != nil {
		return sendView{}, err
	}
	blank := words.Intro + "\n\nDESA:\nKODE:\nKECAMATAN:\nTELEPON:\nWA:\nJAM:\nALAMAT:\nPETUNJUK:\nPETUGAS (peran, bukan nama):\nPRIBADI (ya/tidak):\nIZIN (tanggal):\nBENTUK IZIN (surat/pesan):\nLINGKUP IZIN (halaman, kartu, cetak, data, atau semua):\n"
	return sendView{
		View: s.View(lang, permalink.Send, words.Title, words.Summary), S: words, Areas: s.sendAreas(), Rules: string(data), Script: permalink.SendScript,
		Blank: blank, ChatBlank: "https://wa.me/?text=" + url.PathEscape(blank), SMSBlank: template.URL("sms:?body=" + url.PathEscape(blank)),
	}, nil
}

// sendAreas gives the villages of the regency by district, of the official list
// where there is one. Nil when they are too many to choose from.
func (s *Maker) sendAreas() []sendArea {
	official := s.Villages.Areas
	codes := official.VillagesIn(s.Config.Regency.Code)
	if len(codes) > mostSend || len(codes) == 0 && s.Villages.Len() > mostSend {
		return nil
	}
	by := map[string][]sendVillage{}
	for _, code := range codes {
		district := official.DistrictOf(code)
		by[district] = append(by[district], sendVillage{code, official[code]})
	}
	if len(codes) == 0 {
		for v := range s.Villages.All() {
			by[v.District] = append(by[v.District], sendVillage{v.Code, v.Name})
		}
	}
	var areas []sendArea
	for name, villages := range by {
		slices.SortFunc(villages, func(a, b sendVillage) int { return strings.Compare(a.Name+a.Code, b.Name+b.Code) })
		areas = append(areas, sendArea{name, villages})
	}
	slices.SortFunc(areas, func(a, b sendArea) int { return strings.Compare(a.Name, b.Name) })
	return areas
}

// sendLink leads from a village's page to the form, filled in with what the page
// shows. It stands behind the sign that no browser sends to a server.
func (s *Maker) sendLink(e *village.Entry, v *village.Village, shown site.Shown) string {
	fill := url.Values{}
	set := func(key, value string) {
		if value != "" {
			fill.Set(key, value)
		}
	}
	set("desa", e.Code)
	set("nama", e.Name)
	call, chat := shown.OfficeNumbers()
	set("telepon", call)
	set("wa", chat)
	set("alamat", v.Office.Address)
	set("petunjuk", v.Office.Directions)
	set("jam", v.Office.Hours.Line())
	return permalink.Relative(permalink.Village(e), permalink.Send) + "#" + strings.ReplaceAll(fill.Encode(), "+", "%20")
}
