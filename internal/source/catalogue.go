package source

import (
	"fmt"
	"slices"
	"strings"

	"suluh/internal/limits"
)

// Lang is a language of the tool's messages.
type Lang string

// The tool speaks Indonesian unless it is told otherwise.
const (
	Indonesian Lang = "id"
	English    Lang = "en"
)

// Text is what a diagnostic says in one language. Why and Mend may be empty.
type Text struct {
	What string // what is wrong, able to stand alone
	Why  string // why that matters
	Mend string // how to mend it
}

// entry is one row of the catalogue. The texts are formats over the same
// arguments, in the order that the comment at the code's name gives.
type entry struct {
	severity Severity
	id, en   Text
}

// catalogue holds every message in both languages; a test keeps it complete.
var catalogue = merge(fileMessages, dataMessages, textMessages, leftMessages, phoneMessages, linkMessages, villageMessages, siteMessages, pictureMessages, importMessages)

func merge(families ...map[Code]entry) map[Code]entry {
	all := map[Code]entry{}
	for _, family := range families {
		for code, e := range family {
			all[code] = e
		}
	}
	return all
}

// Codes returns every code, sorted.
func Codes() []string {
	var codes []string
	for code := range catalogue {
		codes = append(codes, string(code))
	}
	slices.Sort(codes)
	return codes
}

// In gives what the diagnostic says in a language.
func (d *Diagnostic) In(lang Lang) Text {
	e := catalogue[d.Code]
	if lang == English {
		return e.en.with(spoken(d.Args, lang))
	}
	return e.id.with(spoken(d.Args, lang))
}

// with fills the arguments in. A text without verbs is left alone, since not
// every sentence of a message needs every argument.
func (t Text) with(args []any) Text {
	fill := func(format string) string {
		if !strings.Contains(format, "%") {
			return format
		}
		return Visible(fmt.Sprintf(format, args...))
	}
	return Text{What: fill(t.What), Why: fill(t.Why), Mend: fill(t.Mend)}
}

// meanwhileOf says what happens until a diagnostic of a severity is mended.
func (l labels) meanwhileOf(s Severity) string {
	if s == Error {
		return l.refused
	}
	return l.published
}

// labels are the words around a message.
type labels struct {
	error, warning, why, mend, near, meanwhile, refused, published, more, known, wrong, right string
	gaps                                                                                      map[Code]string
}

func labelsOf(lang Lang) labels {
	if lang == English {
		return labels{
			error: "error", warning: "warning", why: "Why", mend: "Mend it", near: "Did you mean", meanwhile: "Meanwhile",
			refused:   "nothing is published until this is mended; the site that is online stays as it is.",
			published: "warnings do not keep the site from being published.",
			more:      "%d more of the kind %s in this file",
			known:     "Known gaps (%s). The list: suluh check --gaps",
			wrong:     "Wrong", right: "Right",
			gaps: map[Code]string{VillageWithoutPhone: "villages without a number", VillageWithoutCode: "villages of uncertain place", ContactWithoutPhone: "contacts without a number"},
		}
	}
	return labels{
		error: "kesalahan", warning: "peringatan", why: "Sebab", mend: "Perbaiki", near: "Mungkin maksud Anda", meanwhile: "Sementara itu",
		refused:   "situs baru belum terbit sampai ini diperbaiki; situs yang sudah terbit tetap utuh.",
		published: "peringatan tidak menghalangi terbitnya situs.",
		more:      "%d lagi dari jenis %s di berkas ini",
		known:     "Yang memang belum diketahui (%s). Daftarnya: suluh check --gaps",
		wrong:     "Salah", right: "Benar",
		gaps: map[Code]string{VillageWithoutPhone: "desa tanpa nomor", VillageWithoutCode: "desa yang letaknya belum pasti", ContactWithoutPhone: "kontak tanpa nomor"},
	}
}

// OneOf is an argument of a message: things of which one is meant. Each
// language joins them by its own word.
type OneOf []string

func (o OneOf) in(lang Lang) string {
	if lang == English {
		return strings.Join(o, " or ")
	}
	return strings.Join(o, " atau ")
}

// Counted is an argument of a message: the name of what is counted, in both
// languages.
type Counted struct{ Indonesian, English string }

func (c Counted) in(lang Lang) string {
	if lang == English {
		return c.English
	}
	return c.Indonesian
}

// Passed is the fault of n things where a limit allows less; nil when it does
// not.
func Passed(l limits.Limit, n int) *Fault {
	if n <= l.Max {
		return nil
	}
	return &Fault{Code: LimitPassed, Args: []any{n, Counted{l.Indonesian, l.English}, l.Max}}
}

// spoken gives arguments as a language says them.
func spoken(args []any, lang Lang) []any {
	said := slices.Clone(args)
	for i, a := range said {
		if a, ok := a.(interface{ in(Lang) string }); ok {
			said[i] = a.in(lang)
		}
	}
	return said
}
