package village

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/source"
)

// What a village's file shows by itself is told when it is read. What depends
// on other files or on the day is told by package site.

func (v *Village) check(tree *frontmatter.Tree, faults *source.List) {
	if v.Code != "" && !isCode(v.Code) {
		faults.Add(tree.At(source.VillageCodeBroken, []any{v.Code}, "kode").WithNear(quoted(Dotted(v.Code))))
	}
	for i, code := range v.Possible {
		if !isCode(code) {
			faults.Add(tree.At(source.VillageCodeBroken, []any{code}, "kemungkinan", i))
		}
	}
	known := false
	for i, c := range v.Declared {
		known = known || len(c.Numbers()) > 0
		c.check(tree, faults, i)
	}
	if known && len(v.Sources) == 0 {
		faults.Add(tree.At(source.VillageWithoutSource, []any{v.Name}, "kontak"))
	}
	v.Office.check(tree, faults)
	for _, alias := range v.Alias {
		if !IsAlias(alias) {
			faults.Add(tree.At(source.AliasBroken, []any{alias}, "alias"))
		}
	}
	tree.Words(func(text string, at func(*source.Fault) *source.Diagnostic) {
		for _, found := range phone.Typed(text) {
			found.Off = tree.Offset(at(&source.Fault{Off: found.Off, Len: found.Len}))
			v.Typed = append(v.Typed, found)
		}
	})
}

// Dotted writes a village's code with its dots, if only these are missing; "" when it
// is none.
func Dotted(code string) string {
	digits := phone.Digits(code)
	if len(digits) != len("3509122004") {
		return ""
	}
	return digits[:2] + "." + digits[2:4] + "." + digits[4:6] + "." + digits[6:]
}

func quoted(code string) string {
	if code == "" {
		return ""
	}
	return `"` + code + `"`
}

// check asks what only the writer knows of a contact.
func (c Contact) check(tree *frontmatter.Tree, faults *source.List, i int) {
	numbers := c.Numbers()
	if word := PersonIn(c.Role); word != "" {
		faults.Add(tree.At(source.RoleIsPerson, []any{c.Role}, "kontak", i, "peran"))
	}
	switch mobile := slices.ContainsFunc(numbers, func(n phone.Number) bool { return n.Line == phone.InPhone }); {
	case !c.Consent.IsZero() && c.Consent.Day == 0:
		faults.Add(tree.At(source.DateUnreadable, []any{c.Consent.String()}, "kontak", i, "izin"))
	case c.IsPrivate() && c.Consent.IsZero() && len(numbers) > 0:
		faults.Add(tree.At(source.PhonePrivate, []any{c.Role}, "kontak", i))
	case c.Private == nil && mobile && !tree.Has("kontak", i, "pribadi"):
		faults.Add(tree.At(source.PhoneAskPrivate, []any{c.Role}, "kontak", i, "peran"))
	}
	if len(c.Scope) == 0 && tree.Holds("kontak", i, "lingkup_izin") {
		var uses []string
		for _, u := range Uses {
			uses = append(uses, string(u))
		}
		faults.Add(tree.At(source.ValueNotAllowed, []any{"", strings.Join(uses, ", ")}, "kontak", i, "lingkup_izin"))
	}
	if chat := phone.Number(c.WhatsApp); !chat.IsZero() && chat.Line == phone.Elsewhere {
		faults.Add(tree.At(source.PhoneChatFixed, []any{chat.Display()}, "kontak", i, "wa"))
	}
}

// roles are the words of which one stands in the name of a role.
var roles = []string{
	"petugas", "kantor", "balai", "kepala", "kades", "lurah", "sekretaris", "sekdes", "carik", "kasi", "kaur", "kasun", "kadus", "kampung", "staf", "staff", "operator", "admin",
	"ketua", "wakil", "bendahara", "anggota", "pengurus", "koordinator", "kader", "relawan", "pendamping", "pelayanan", "layanan", "desbumi", "ppt", "bumdes", "bpd", "pkk",
	"rt", "rw", "dusun", "desa", "kelurahan", "kecamatan", "camat", "posko", "pos", "satgas", "hotline", "pengaduan", "informasi", "kontak", "perangkat", "modin", "kesra",
	"pemerintahan", "humas", "bidan", "babinsa", "bhabinkamtibmas", "linmas", "tim", "penjaga", "piket", "seksi", "bagian", "fasilitator", "paralegal", "pemdes", "umum",
	"jagabaya", "kebayan", "bayan", "kamituwo", "kamituo", "penyuluh", "jogoboyo", "jogotirto", "puskesmas", "polsek", "satpam", "resepsionis", "ibu-ibu", "kelompok", "forum", "lembaga", "kepala-desa", "office", "officer", "head", "village", "secretary", "front", "loket", "call", "center", "darurat", "whatsapp", "telepon",
}

// titles are the words that stand before a person's name.
var titles = []string{"bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "mas", "mbak", "mbok", "kang", "cak", "ning", "gus", "h", "hj", "haji", "hajah", "ust", "ustadz", "ustad", "kh", "kyai", "kiai", "nyai", "dr", "drs", "ir", "tn", "ny"}

var degree = regexp.MustCompile(`(?i)(?:,|\s)\s*(?:s|m)\.?\s?(?:h|e|pd|sos|kom|t|ap|ip|ag|si|km|kes|psi|an|ti)\.?i?\.?$`)

// PersonIn gives the word by which a role is seen to be a person's name.
func PersonIn(role string) string {
	words := strings.FieldsFunc(strings.ToLower(role), func(r rune) bool { return strings.ContainsRune(" .,()/-:", r) })
	if len(words) == 0 {
		return ""
	}
	for i, w := range words {
		if slices.Contains(titles, w) && i+1 < len(words) && !slices.Contains(roles, words[i+1]) {
			return w
		}
	}
	if degree.MatchString(role) || !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(roles, w) }) {
		return words[0]
	}
	return ""
}

// offices are the names under which files have the number of an office.
var offices = []string{"kantor desa", "balai desa", "kantor kelurahan", "kantor", "kantor kepala desa", "kantor pemerintah desa"}

// IsOffice tells whether a role is that of the office, by whatever name.
func IsOffice(role string) bool { return slices.Contains(offices, strings.ToLower(role)) }

// kindWord is what people write before the name of a village or a district and
// what is no part of most.
var kindWord = regexp.MustCompile(`(?i)^(?:desa|kelurahan|kel\.|ds\.|kecamatan|kec\.)\s+`)

// AfterKind gives a name without the word Desa, Kelurahan or Kecamatan before it.
func AfterKind(name string) string { return kindWord.ReplaceAllString(name, "") }

// The corners of Indonesia, from Rote to Miangas and Sabang to Merauke, with
// half a degree around (Badan Informasi Geospasial gives 6 N to 11 S, 95 E to
// 141 E).
const (
	south, north = -11.5, 6.5
	west, east   = 94.5, 141.5
)

// Point gives where the office is, if both parts of it are known.
func (o Office) Point() (latitude, longitude float64, ok bool) {
	if o.Latitude == nil || o.Longitude == nil {
		return 0, 0, false
	}
	return *o.Latitude, *o.Longitude, InIndonesia(*o.Latitude, *o.Longitude)
}

// InIndonesia tells whether a point lies in the country, or half a degree from it.
func InIndonesia(latitude, longitude float64) bool {
	return south <= latitude && latitude <= north && west <= longitude && longitude <= east
}

// Typed gives a part of a point as files write it; "" when it is not known.
func Typed(degrees *float64) string {
	if degrees == nil {
		return ""
	}
	return strconv.FormatFloat(*degrees, 'f', -1, 64)
}

// YesOrNo gives the word by which files answer.
func YesOrNo(yes bool) string {
	if yes {
		return "ya"
	}
	return "tidak"
}

// IsAlias tells whether a text can be an old address: a path inside the site.
func IsAlias(alias string) bool {
	return aliasForm.MatchString(alias) && !strings.Contains(alias, "..")
}

var aliasForm = regexp.MustCompile(`^/?[\pL\pN_~.-]+(?:/[\pL\pN_~.-]+)*(?:\.html)?/?$`)

var (
	postcode = regexp.MustCompile(`^[1-9]\d{4}$`)
	area     = regexp.MustCompile(`^\d{1,3}$`)
)

// check looks at where the office is said to be.
func (o Office) check(tree *frontmatter.Tree, faults *source.List) {
	for _, d := range []struct {
		key, value, example string
		form                *regexp.Regexp
	}{{"kodepos", o.Postcode, "68172", postcode}, {"rt", o.RT, "010", area}, {"rw", o.RW, "02", area}} {
		if d.value != "" && !d.form.MatchString(d.value) {
			faults.Add(tree.At(source.WantDigits, []any{d.key, d.value, d.example}, "kantor", d.key))
		}
	}
	switch {
	case o.Latitude == nil && o.Longitude == nil:
	case o.Latitude == nil || o.Longitude == nil:
		given, missing := "lintang", "bujur"
		if o.Latitude == nil {
			given, missing = missing, given
		}
		if !slices.ContainsFunc(*faults, func(d *source.Diagnostic) bool { return d.Code == source.WantNumber }) {
			faults.Add(tree.At(source.PointHalf, []any{given, missing}, "kantor", given))
		}
	case InIndonesia(*o.Latitude, *o.Longitude):
	case InIndonesia(*o.Longitude, *o.Latitude):
		faults.Add(tree.At(source.PointSwapped, nil, "kantor", "lintang"))
	case InIndonesia(-*o.Latitude, *o.Longitude):
		faults.Add(tree.At(source.PointMinus, []any{*o.Latitude}, "kantor", "lintang"))
	default:
		key := "lintang"
		if InIndonesia(*o.Latitude, (west+east)/2) {
			key = "bujur"
		}
		faults.Add(tree.At(source.PointOutside, []any{*o.Latitude, *o.Longitude}, "kantor", key))
	}
}
