package importer

import (
	"regexp"
	"slices"
	"strings"

	"suluh/internal/source"
)

// Field is what a column or a label means.
type Field int

// The fields. Those of numbers: Phone is called, WhatsApp is written to, Either may
// be both and is asked; Officer is the number of a role, not of the office.
const (
	Unused Field = iota
	Running
	Code
	Name
	District
	Address
	Directions
	Postcode
	RT
	RW
	Latitude
	Longitude
	Point
	Hours
	Phone
	WhatsApp
	Either
	Officer
	Role
	Private
	Consent
	ConsentForm
	ConsentScope
	Checked
	Source
	RemarkColumn
	AnswerColumn
)

// Headings that the marked copy of a sheet has of its own.
const (
	remarkHeading = "Catatan"
	answerHeading = "Jawaban"
)

// labels are what fields are called in exports and in messages, in their order.
var labels = []struct {
	field Field
	label string
}{
	{Code, "Kode"}, {Name, "Desa"}, {District, "Kecamatan"}, {Phone, "Telepon"}, {WhatsApp, "WA"}, {Either, "HP / WA"}, {Hours, "Jam"}, {Address, "Alamat"}, {Directions, "Petunjuk"},
	{Postcode, "Kode Pos"}, {RT, "RT"}, {RW, "RW"}, {Latitude, "Lintang"}, {Longitude, "Bujur"}, {Role, "Petugas"}, {Officer, "Nomor Petugas"}, {Private, "Pribadi"},
	{Consent, "Tanggal Izin"}, {ConsentForm, "Bentuk Izin"}, {ConsentScope, "Lingkup Izin"}, {Checked, "Diperiksa"}, {Source, "Sumber"},
}

// Label gives what a field is called.
func (f Field) Label() string {
	for _, l := range labels {
		if l.field == f {
			return l.label
		}
	}
	return ""
}

var (
	notWords   = regexp.MustCompile(`[^\pL\pN]+`)
	inBrackets = regexp.MustCompile(`\([^)]*\)`)
)

// wordsOf gives the words of a heading in small letters.
func wordsOf(heading string) []string {
	return strings.Fields(notWords.ReplaceAllString(strings.ToLower(inBrackets.ReplaceAllString(heading, " ")), " "))
}

// Words of headings.
var (
	callWords    = []string{"telepon", "telpon", "telephone", "telefon", "telfon", "telp", "tlp", "tlpn", "tel", "phone", "fon", "hp", "handphone", "ponsel", "hotline", "seluler", "kontak", "contact", "nohp", "notelp", "notlp", "notelepon"}
	chatWords    = []string{"wa", "whatsapp", "whatsap", "wathsapp", "watsap", "watshapp", "whatapp", "nowa", "w"}
	mobileWords  = []string{"hp", "handphone", "ponsel", "seluler", "nohp"}
	roleWords    = []string{"petugas", "peran", "jabatan", "narahubung", "pic", "cp", "operator", "kontakperson"}
	personWords  = []string{"kepala", "kades", "lurah", "sekdes", "sekretaris", "camat", "perangkat", "nip", "nik"}
	consentWords = []string{"izin", "ijin", "persetujuan", "consent", "setuju"}
	codeOf       = []string{"kode", "code", "kd"}
)

// fieldOf gives the meaning of a heading or of a label. Words that people put around
// it do not matter; a slip of one letter does not, either.
func fieldOf(heading string) Field {
	words := wordsOf(heading)
	if f := fieldOfWords(words); f != Unused || len(words) == 0 {
		return f
	}
	known := slices.Concat(callWords, chatWords, roleWords, []string{"kecamatan", "kelurahan", "alamat", "petunjuk", "kodepos", "lintang", "bujur", "koordinat", "pelayanan", "layanan", "pribadi", "diperiksa", "sumber", "desa", "whatsapp"})
	mended := slices.Clone(words)
	for i, w := range words {
		if len(w) > 3 && !slices.Contains(known, w) {
			if near := source.Nearest(w, known); near != "" {
				mended[i] = near
			}
		}
	}
	return fieldOfWords(mended)
}

func fieldOfWords(words []string) Field {
	has := func(any ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(any, w) })
	}
	numbered := has("no", "nomor", "nomer", "nmr") || has(callWords...) || has(chatWords...)
	switch {
	case len(words) == 0:
		return Unused
	case len(words) == 1 && has("no", "nomor", "nomer", "nr", "urut", "id"), has("urut") && has("no", "nomor"):
		return Running
	case has(consentWords...) && has("bentuk", "jenis", "cara", "form"):
		return ConsentForm
	case has(consentWords...) && has("untuk", "batas", "tempat"):
		return ConsentScope
	case has("lingkup", "cakupan", "scope", "tampil", "ditampilkan", "tayang", "dimuat", "dipasang", "publikasi", "dipublikasikan"):
		return ConsentScope
	case has("pribadi", "privat", "private", "personal"):
		return Private
	case has(consentWords...):
		return Consent
	case has("lintang", "latitude", "lat"):
		return Latitude
	case has("bujur", "longitude", "long", "lng", "lon"):
		return Longitude
	case has("koordinat", "coordinate", "coordinates", "titik", "gps", "maps", "map", "peta", "sharelok", "shareloc"):
		return Point
	case has("kodepos", "zip", "postcode"), has("pos") && has(codeOf...):
		return Postcode
	case has("email", "surel", "mail", "fax", "faks", "faksimile", "foto", "logo", "nip", "nik", "website", "situs", "web", "url", "laman"):
		return Unused
	case has("person", "orang") && has("kontak", "contact"):
		return Role
	case has(callWords...) && has(chatWords...) || has("no", "nomor") && has("wa") && has(mobileWords...):
		return Either
	case has(roleWords...) && numbered, has(personWords...) && (has(callWords...) || has(chatWords...)):
		return Officer
	case has(roleWords...):
		return Role
	case has(chatWords[:len(chatWords)-1]...):
		return WhatsApp
	case has(callWords...):
		return Phone
	case has("petunjuk", "patokan", "ancer", "ancang", "arah", "dekat", "landmark", "penanda"):
		return Directions
	case has("alamat", "address", "jalan", "jl"):
		return Address
	case has("jam", "buka", "hours", "pelayanan", "operasional") && !has("nama"):
		return Hours
	case has("diperiksa", "periksa", "pemeriksaan", "dicek", "cek", "pengecekan", "checked", "verifikasi"):
		return Checked
	case has("sumber", "source"):
		return Source
	case has(personWords...):
		return Unused
	case has("kec", "kecamatan", "district") && has(codeOf...), has("kab", "kabupaten", "provinsi", "prov") || has("negara"):
		return Unused
	case has(codeOf...) && !has("pos"), has("kemendagri"):
		return Code
	case has("kec", "kecamatan", "district", "kcmtn"):
		return District
	case has("desa", "kelurahan", "kel", "village", "ds", "nagari", "kampung", "pemdes"), len(words) == 1 && has("nama", "name"):
		return Name
	case len(words) == 1 && has("rt"):
		return RT
	case len(words) == 1 && has("rw"):
		return RW
	}
	return Unused
}

// columnOf reads a heading.
func columnOf(heading string) Column {
	heading = strings.Join(strings.Fields(heading), " ")
	for mark, field := range map[string]Field{remarkHeading: RemarkColumn, answerHeading: AnswerColumn} {
		if of, ours := strings.CutPrefix(heading, mark+": "); ours {
			return Column{heading, field, of}
		}
	}
	return Column{Heading: heading, Field: fieldOf(heading)}
}

// known counts the headings that mean something.
func known(columns []Column) int {
	n := 0
	for _, c := range columns {
		if c.Field != Unused && c.Field != Running {
			n++
		}
	}
	return n
}
