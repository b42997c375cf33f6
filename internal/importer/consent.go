package importer

import (
	"regexp"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/village"
)

// consent is what the owner of a private number has agreed to.
type consent struct {
	day   frontmatter.Date
	form  string   // surat, pesan; "" where nobody said
	scope []string // of village.Uses; nil where nobody said
}

// formWords are words for the form of a consent. It is a written one: what was only
// said is none.
var formWords = map[string]string{
	"surat": "surat", "tertulis": "surat", "formulir": "surat", "kertas": "surat", "tanda tangan": "surat", "ttd": "surat",
	"pesan": "pesan", "wa": "pesan", "whatsapp": "pesan", "chat": "pesan", "sms": "pesan",
}

// scopeWords are words for where a number may stand.
var scopeWords = map[string]village.Use{
	"halaman": village.OnPages, "web": village.OnPages, "situs": village.OnPages, "website": village.OnPages, "portal": village.OnPages,
	"kartu": village.OnCards, "kartu kontak": village.OnCards, "kontak": village.OnCards,
	"cetak": village.OnPaper, "poster": village.OnPaper, "kertas": village.OnPaper,
	"data": village.InData, "data terbuka": village.InData, "terbuka": village.InData,
}

// aroundScope is what people say around the name of a place: hanya di halaman saja.
var aroundScope = regexp.MustCompile(`\b(?:saja|hanya|cuma|di|pada|dan|boleh|desa)\b`)

var everywhere = []string{"semua", "semuanya", "di mana saja", "bebas"}

// termsOf reads the day of a consent, its form and what it covers. A word that is not
// known keeps the number out: nobody may guess what its owner agreed to.
func (p *planner) termsOf(row Row, day Cell) (consent, bool) {
	var given consent
	var ok bool
	if given.day, ok = p.dateOf(day); !ok {
		return consent{}, false
	}
	if c, has := row.find(ConsentForm); has && !isNothing(c.Text) {
		if given.form, ok = formWords[plainWord(c.Text)]; !ok {
			p.refuse(c, source.ValueNotAllowed, c.Text, "surat, pesan")
			return consent{}, false
		}
	}
	switch c, has := row.find(ConsentScope); {
	case !has || isNothing(c.Text):
	case slices.Contains(everywhere, plainWord(c.Text)):
		for _, use := range village.Uses {
			given.scope = append(given.scope, string(use))
		}
	default:
		for _, word := range strings.FieldsFunc(strings.ReplaceAll(c.Text, " dan ", ","), func(r rune) bool { return strings.ContainsRune(",;/+&", r) }) {
			use, known := scopeWords[strings.TrimSpace(aroundScope.ReplaceAllString(plainWord(word), ""))]
			if !known {
				p.refuse(c, source.ValueNotAllowed, strings.TrimSpace(word), "halaman, kartu, cetak, data, semua")
				return consent{}, false
			}
			if !slices.Contains(given.scope, string(use)) {
				given.scope = append(given.scope, string(use))
			}
		}
	}
	return given, true
}

func plainWord(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.Trim(text, " .!"))), " ")
}
