package theme

import (
	"reflect"
	"slices"
	"strconv"

	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Words are the words of the interface, layouts/bahasa/id.yaml and its like.
// Every word is needed in every language.
type Words struct {
	Name           string    `yaml:"nama_bahasa" need:"yes"` // in the language itself
	Skip           string    `yaml:"lompat" need:"yes"`
	Exit           string    `yaml:"tutup" need:"yes"`
	Home           string    `yaml:"awal" need:"yes"`
	Help           string    `yaml:"bantuan" need:"yes"`
	Guides         string    `yaml:"panduan" need:"yes"`
	Checklists     string    `yaml:"langkah_dan_dokumen" need:"yes"`
	Countries      string    `yaml:"negara_tujuan" need:"yes"`
	Directory      string    `yaml:"cari_desa" need:"yes"`
	Numbers        string    `yaml:"nomor_penting" need:"yes"`
	Glossary       string    `yaml:"arti_kata" need:"yes"`
	Languages      string    `yaml:"bahasa" need:"yes"`
	Menu           string    `yaml:"menu" need:"yes"`
	Description    string    `yaml:"deskripsi" need:"yes"` // of pages that say nothing of themselves
	Contents       string    `yaml:"isi" need:"yes"`
	Free           string    `yaml:"gratis" need:"yes"`
	Situations     string    `yaml:"situasi" need:"yes"`
	Popular        string    `yaml:"sering" need:"yes"`
	Checked        string    `yaml:"diperiksa" need:"yes"`
	Compiled       string    `yaml:"disusun" need:"yes"`
	NotYetChecked  string    `yaml:"belum_dicocokkan" need:"yes"` // of what was compiled
	NewestSource   string    `yaml:"sumber_terbaru" need:"yes"`
	NotChecked     string    `yaml:"belum_diperiksa" need:"yes"`
	CheckAgain     string    `yaml:"periksa_lagi" need:"yes"`
	Stale          string    `yaml:"basi" need:"yes"`
	Sources        string    `yaml:"sumber" need:"yes"`
	ForWhom        string    `yaml:"untuk" need:"yes"`
	ForLeaving     string    `yaml:"untuk_calon" need:"yes"`
	ForWorking     string    `yaml:"untuk_pekerja" need:"yes"`
	ForFamily      string    `yaml:"untuk_keluarga" need:"yes"`
	ForReturned    string    `yaml:"untuk_purna" need:"yes"`
	ForVillage     string    `yaml:"untuk_desa" need:"yes"`
	Warning        string    `yaml:"awas" need:"yes"`
	Danger         string    `yaml:"bahaya" need:"yes"`
	Report         string    `yaml:"lapor" need:"yes"`
	Allowed        string    `yaml:"boleh" need:"yes"`
	Forbidden      string    `yaml:"jangan" need:"yes"`
	Steps          string    `yaml:"langkah" need:"yes"`
	Officials      string    `yaml:"petugas" need:"yes"`
	InShort        string    `yaml:"ringkas" need:"yes"`
	Where          string    `yaml:"di" need:"yes"`
	Cost           string    `yaml:"biaya" need:"yes"`
	Time           string    `yaml:"waktu" need:"yes"`
	Items          string    `yaml:"jumlah_butir" need:"yes"`
	Call           string    `yaml:"telepon" need:"yes"`
	WhatsApp       string    `yaml:"whatsapp" need:"yes"`
	Mail           string    `yaml:"surel" need:"yes"`
	Website        string    `yaml:"situs" need:"yes"`
	Address        string    `yaml:"alamat" need:"yes"`
	Directions     string    `yaml:"petunjuk" need:"yes"`
	Postcode       string    `yaml:"kodepos" need:"yes"`
	Hours          string    `yaml:"jam" need:"yes"`
	HoursUnknown   string    `yaml:"jam_belum" need:"yes"`
	Closed         string    `yaml:"hari_tutup" need:"yes"`
	AllDay         string    `yaml:"sehari_penuh" need:"yes"`
	Area           string    `yaml:"wilayah" need:"yes"`
	NumberUnknown  string    `yaml:"nomor_belum" need:"yes"`
	NumberDoubtful string    `yaml:"nomor_dipastikan" need:"yes"`
	DoubtNote      string    `yaml:"nomor_ragu_ket" need:"yes"`
	DoubtShort     string    `yaml:"nomor_ragu" need:"yes"`
	NumberStale    string    `yaml:"nomor_basi" need:"yes"`
	NumberGone     string    `yaml:"nomor_ditarik" need:"yes"`
	CallInstead    string    `yaml:"hubungi_dulu" need:"yes"`
	Village        string    `yaml:"desa" need:"yes"`
	Urban          string    `yaml:"kelurahan" need:"yes"`
	VillageOffice  string    `yaml:"balai_desa" need:"yes"`
	UrbanOffice    string    `yaml:"kantor_kelurahan" need:"yes"`
	District       string    `yaml:"kecamatan" need:"yes"`
	Regency        string    `yaml:"kabupaten" need:"yes"`
	PlaceUnknown   string    `yaml:"letak_belum" need:"yes"`
	PossiblePlaces string    `yaml:"kemungkinan" need:"yes"`
	AddressUnknown string    `yaml:"alamat_belum" need:"yes"`
	StatusActive   string    `yaml:"status_aktif" need:"yes"`
	StatusForming  string    `yaml:"status_dibentuk" need:"yes"`
	StatusPlanned  string    `yaml:"status_calon" need:"yes"`
	StatusUnknown  string    `yaml:"status_belum" need:"yes"`
	Services       string    `yaml:"layanan" need:"yes"`
	ServiceInfo    string    `yaml:"layanan_informasi" need:"yes"`
	ServicePapers  string    `yaml:"layanan_dokumen" need:"yes"`
	ServiceRecord  string    `yaml:"layanan_data" need:"yes"`
	ServiceReport  string    `yaml:"layanan_pengaduan" need:"yes"`
	ServicePrepare string    `yaml:"layanan_pembekalan" need:"yes"`
	ServiceTrade   string    `yaml:"layanan_ekonomi" need:"yes"`
	Perdes         string    `yaml:"perdes" need:"yes"`
	AboutVillage   string    `yaml:"tentang_desbumi" need:"yes"`
	OwnNumber      string    `yaml:"untuk_kantor_desa" need:"yes"`
	InIndonesian   string    `yaml:"dalam_bahasa_indonesia" need:"yes"` // of a page that is not translated
	Send           SendWords `yaml:"kirim" need:"yes"`
	AskPublisher   string    `yaml:"hubungi_penerbit" need:"yes"` // before the publisher's name
	NotListed      string    `yaml:"desa_tidak_ada" need:"yes"`
	Villages       string    `yaml:"jumlah_desa" need:"yes"`
	National       string    `yaml:"kelompok_nasional" need:"yes"`
	Province       string    `yaml:"kelompok_provinsi" need:"yes"`
	Local          string    `yaml:"kelompok_kabupaten" need:"yes"`
	Abroad         string    `yaml:"kelompok_luar" need:"yes"`
	PermitOpen     string    `yaml:"izin_terbuka" need:"yes"`
	PermitLimited  string    `yaml:"izin_terbatas" need:"yes"`
	PermitClosed   string    `yaml:"izin_tertutup" need:"yes"`
	PermitNever    string    `yaml:"izin_bukan" need:"yes"`
	DraftNotice    string    `yaml:"draf" need:"yes"`
	Missing        string    `yaml:"tidak_ada" need:"yes"`
	MissingText    string    `yaml:"tidak_ada_teks" need:"yes"`
	Moved          string    `yaml:"pindah" need:"yes"`
	AlsoCalled     string    `yaml:"juga" need:"yes"`
	Example        string    `yaml:"contoh" need:"yes"`
	Publisher      string    `yaml:"penerbit" need:"yes"`
	LifeAtRisk     string    `yaml:"nyawa" need:"yes"`
	Silent         string    `yaml:"diam" need:"yes"`
	SilentMessage  string    `yaml:"diam_pesan" need:"yes"`
	ByHeart        string    `yaml:"hafal" need:"yes"`
	ByHeartWhy     string    `yaml:"hafal_teks" need:"yes"`
	AllTopics      string    `yaml:"semua_topik" need:"yes"`
	Search         string    `yaml:"cari" need:"yes"`
	ReadingTime    string    `yaml:"menit_baca" need:"yes"`
	WhenClosed     string    `yaml:"kalau_tutup" need:"yes"`
	SendNumber     string    `yaml:"kirim_nomor" need:"yes"`
	Map            string    `yaml:"peta" need:"yes"`
	Point          string    `yaml:"koordinat" need:"yes"`
	ChooseCountry  string    `yaml:"negara_lain" need:"yes"`
	Letters        string    `yaml:"huruf" need:"yes"`
	CardsElsewhere string    `yaml:"kartu" need:"yes"`
	Trust          string    `yaml:"percaya" need:"yes"`
	KindGuide      string    `yaml:"jenis_panduan" need:"yes"`
	KindChecklist  string    `yaml:"jenis_langkah" need:"yes"`
	KindCountry    string    `yaml:"jenis_negara" need:"yes"`
	KindPage       string    `yaml:"jenis_halaman" need:"yes"`
	SearchWhat     string    `yaml:"cari_apa" need:"yes"`
	NothingFound   string    `yaml:"cari_kosong" need:"yes"`
	Found          string    `yaml:"cari_ketemu" need:"yes"`
	FoundMore      string    `yaml:"cari_lagi" need:"yes"`
	SearchFailed   string    `yaml:"cari_gagal" need:"yes"`
	Continue       string    `yaml:"lanjut" need:"yes"`
	Of             string    `yaml:"dari" need:"yes"`
	StillMissing   string    `yaml:"yang_belum" need:"yes"`
	Person         string    `yaml:"punya_siapa" need:"yes"`
	Me             string    `yaml:"saya" need:"yes"`
	PersonAsk      string    `yaml:"tanya_nama" need:"yes"`
	AddPerson      string    `yaml:"tambah_orang" need:"yes"`
	SendMissing    string    `yaml:"kirim_yang_belum" need:"yes"`
	ClearTicks     string    `yaml:"hapus_centang" need:"yes"`
	Undo           string    `yaml:"batalkan" need:"yes"`      // what was just wiped
	NoDesbumi      string    `yaml:"belum_desbumi" need:"yes"` // of a village without a page; its office follows
	ToRural        string    `yaml:"ke_kantor_desa" need:"yes"`
	ToUrban        string    `yaml:"ke_kantor_kelurahan" need:"yes"`
	Searching      string    `yaml:"mencari" need:"yes"`
	NotSaved       string    `yaml:"belum_disimpan" need:"yes"`  // of a page that was asked for without a network
	DoubtWhat      string    `yaml:"nomor_ragu_arti" need:"yes"` // what the short mark means, and what to do
	AllNumbers     string    `yaml:"semua_nomor" need:"yes"`     // the list for paper
	Offices        string    `yaml:"kantor_desa" need:"yes"`     // in the row under the header
	NoNetwork      string    `yaml:"tanpa_jaringan" need:"yes"`  // under the cover of the exit
	Listen         string    `yaml:"dengar" need:"yes"`

	SpokenIndonesian string `yaml:"rekaman_indonesia" need:"yes"`
	SpokenJavanese   string `yaml:"rekaman_jawa" need:"yes"`
	SpokenMadurese   string `yaml:"rekaman_madura" need:"yes"`

	StopListening  string   `yaml:"henti" need:"yes"`
	ShareText      string   `yaml:"teks_bagikan" need:"yes"`
	Print          string   `yaml:"cetak" need:"yes"`
	ShareWhatsApp  string   `yaml:"bagikan_wa" need:"yes"`
	ShareSMS       string   `yaml:"bagikan_sms" need:"yes"`
	ShareOther     string   `yaml:"bagikan_lain" need:"yes"`
	FilterVillages string   `yaml:"saring_desa" need:"yes"`
	VillageCount   string   `yaml:"hitungan_desa" need:"yes"`
	Previous       string   `yaml:"sebelumnya" need:"yes"`
	Next           string   `yaml:"berikutnya" need:"yes"`
	Above          string   `yaml:"di_atas" need:"yes"`
	AskMore        string   `yaml:"tanya_lagi" need:"yes"`
	AskBy          string   `yaml:"tanya_lewat" need:"yes"`
	AskText        string   `yaml:"tanya_teks" need:"yes"` // of a question to a person, before the page's code
	WrongNumber    string   `yaml:"nomor_salah" need:"yes"`
	WrongText      string   `yaml:"nomor_salah_teks" need:"yes"` // of a message to the editors, before name and numbers
	SaveContact    string   `yaml:"simpan_kontak" need:"yes"`
	ContactMore    string   `yaml:"kontak_lain" need:"yes"` // of an office: cost, address, date
	Greeting       string   `yaml:"sapaan" need:"yes"`      // begins a message; neutral
	SendSMS        string   `yaml:"kirim_sms" need:"yes"`
	Changed        string   `yaml:"terbaru" need:"yes"`
	Poster         string   `yaml:"poster" need:"yes"`
	Pocket         string   `yaml:"kartu_saku" need:"yes"`
	PocketVillage  string   `yaml:"kartu_desa" need:"yes"`
	PocketByHeart  string   `yaml:"kartu_hafal" need:"yes"`
	PosterQuestion string   `yaml:"poster_tanya" need:"yes"`
	PosterAsk      string   `yaml:"poster_satu" need:"yes"`
	PosterPapers   string   `yaml:"poster_dua" need:"yes"`
	PosterReport   string   `yaml:"poster_tiga" need:"yes"`
	PosterFind     string   `yaml:"poster_cari" need:"yes"` // on a poster of a site that does not know its address, before its name
	PosterFree     string   `yaml:"poster_gratis" need:"yes"`
	Save           string   `yaml:"simpan" need:"yes"`
	SaveWhat       string   `yaml:"simpan_teks" need:"yes"`
	SaveCore       string   `yaml:"simpan_inti" need:"yes"`
	SaveOne        string   `yaml:"simpan_satu" need:"yes"`
	SaveVillages   string   `yaml:"simpan_desa" need:"yes"`
	SaveAll        string   `yaml:"simpan_semua" need:"yes"`
	SaveAllWhat    string   `yaml:"simpan_semua_teks" need:"yes"`
	SavePage       string   `yaml:"simpan_halaman" need:"yes"`
	SavedHere      string   `yaml:"simpan_di_sini" need:"yes"`
	SavedAsOf      string   `yaml:"simpan_hari" need:"yes"` // before the day on which a copy was as the site
	NotYet         string   `yaml:"simpan_belum" need:"yes"`
	SaveMost       string   `yaml:"simpan_paling" need:"yes"`
	SaveNeeds      string   `yaml:"simpan_perlu" need:"yes"`
	SaveOff        string   `yaml:"simpan_mati" need:"yes"`
	SaveWait       string   `yaml:"simpan_tunggu" need:"yes"`
	Saved          string   `yaml:"simpan_jadi" need:"yes"`
	SaveFailed     string   `yaml:"simpan_gagal" need:"yes"`
	SavedList      string   `yaml:"simpan_daftar" need:"yes"`
	Wipe           string   `yaml:"hapus" need:"yes"`
	WipeWhat       string   `yaml:"hapus_teks" need:"yes"`
	Wiped          string   `yaml:"hapus_jadi" need:"yes"`
	Days           []string `yaml:"hari" need:"yes"`
	Months         []string `yaml:"bulan" need:"yes"`
}

const daysInWeek, monthsInYear = 7, 12

// NoWords stand in for those of a language that a theme does not know.
func NoWords() *Words {
	return &Words{Days: make([]string, daysInWeek), Months: make([]string, monthsInYear)}
}

// parseWords reads the words of a language. Those that are not there come from the words
// below; without any, each is needed.
func parseWords(f *source.File, below *Words) (*Words, source.List) {
	w := &Words{}
	if below != nil {
		*w = *below
	}
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", w)
	if below != nil {
		faults = slices.DeleteFunc(faults, func(d *source.Diagnostic) bool { return d.Code == source.KeyMissing && w.Name != "" })
	}
	if len(w.Days) != daysInWeek {
		if w.Days != nil {
			faults.Add(tree.At(source.WantCount, []any{"hari", daysInWeek, len(w.Days)}, "hari"))
		}
		w.Days = make([]string, daysInWeek)
	}
	if len(w.Months) != monthsInYear {
		if w.Months != nil {
			faults.Add(tree.At(source.WantCount, []any{"bulan", monthsInYear, len(w.Months)}, "bulan"))
		}
		w.Months = make([]string, monthsInYear)
	}
	return w, faults
}

// named gives a word by the name of its field.
func (w *Words) named(field string) (string, bool) {
	v := reflect.ValueOf(w).Elem().FieldByName(field)
	if !v.IsValid() || v.Kind() != reflect.String {
		return "", false
	}
	return v.String(), true
}

// Label is the word for a box or for a line below a checklist item, by the key
// that the text uses.
func (w *Words) Label(key string) string {
	switch key {
	case "awas":
		return w.Warning
	case "bahaya":
		return w.Danger
	case "lapor":
		return w.Report
	case "boleh":
		return w.Allowed
	case "jangan":
		return w.Forbidden
	case "langkah":
		return w.Steps
	case "petugas":
		return w.Officials
	case "ringkas":
		return w.InShort
	case "di":
		return w.Where
	case "biaya":
		return w.Cost
	case "waktu":
		return w.Time
	}
	return ""
}

// date writes a date as people say it: 14 September 2026, September 2026.
// Dated says for which day a file speaks; empty when it names none.
func (w *Words) Dated(of frontmatter.AsOf) string {
	if of.IsZero() {
		return ""
	}
	return w.AsOf(of) + ": " + w.Date(of.Date)
}

// AsOf gives the word before the day for which a file speaks.
func (w *Words) AsOf(of frontmatter.AsOf) string {
	if of.Compiled {
		return w.Compiled
	}
	return w.Checked
}

// Date writes a date as people say it: 14 September 2026, September 2026.
func (w *Words) Date(d frontmatter.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return w.Months[d.Month-1] + " " + strconv.Itoa(d.Year)
	default:
		return strconv.Itoa(d.Day) + " " + w.Months[d.Month-1] + " " + strconv.Itoa(d.Year)
	}
}

// ReaderNames gives the words for whom a page is for.
func (w *Words) ReaderNames(keys []string) []string {
	names := map[string]string{"calon": w.ForLeaving, "pekerja": w.ForWorking, "keluarga": w.ForFamily, "purna": w.ForReturned, "desa": w.ForVillage}
	return named(names, keys)
}

// ServiceNames gives the words for what a Desbumi helps with.
func (w *Words) ServiceNames(keys []string) []string {
	names := map[string]string{
		"informasi": w.ServiceInfo, "dokumen": w.ServicePapers, "data": w.ServiceRecord,
		"pengaduan": w.ServiceReport, "pembekalan": w.ServicePrepare, "ekonomi": w.ServiceTrade,
	}
	return named(names, keys)
}

func named(names map[string]string, keys []string) []string {
	var out []string
	for _, key := range keys {
		out = append(out, names[key])
	}
	return out
}

// SendWords are those of the form by which an office sends its data.
type SendWords struct {
	Title       string    `yaml:"judul" need:"yes"`
	Summary     string    `yaml:"ringkasan" need:"yes"`
	Intro       string    `yaml:"pembuka" need:"yes"`
	What        string    `yaml:"apa" need:"yes"`
	Village     string    `yaml:"desa" need:"yes"`
	Choose      string    `yaml:"pilih" need:"yes"`
	District    string    `yaml:"kecamatan" need:"yes"`
	Phone       string    `yaml:"telepon" need:"yes"`
	Chat        string    `yaml:"wa" need:"yes"`
	Hours       string    `yaml:"jam" need:"yes"`
	HoursAs     string    `yaml:"jam_contoh" need:"yes"`
	Address     string    `yaml:"alamat" need:"yes"`
	Way         string    `yaml:"petunjuk" need:"yes"`
	Officer     string    `yaml:"petugas" need:"yes"`
	Role        string    `yaml:"peran" need:"yes"`
	Number      string    `yaml:"nomor" need:"yes"`
	Private     string    `yaml:"pribadi" need:"yes"`
	Yes         string    `yaml:"ya" need:"yes"`
	No          string    `yaml:"tidak" need:"yes"`
	Consent     string    `yaml:"izin" need:"yes"`
	NoDate      string    `yaml:"tanpa_izin" need:"yes"`
	Form        string    `yaml:"bentuk" need:"yes"`
	Letter      string    `yaml:"surat" need:"yes"`
	Message     string    `yaml:"pesan" need:"yes"`
	Scope       string    `yaml:"lingkup" need:"yes"`
	ScopeAll    string    `yaml:"lingkup_semua" need:"yes"`
	ScopeScreen string    `yaml:"lingkup_layar" need:"yes"`
	ScopePage   string    `yaml:"lingkup_halaman" need:"yes"`
	See         string    `yaml:"lihat" need:"yes"`
	Text        string    `yaml:"teks" need:"yes"`
	Copy        string    `yaml:"salin" need:"yes"`
	Copied      string    `yaml:"disalin" need:"yes"`
	ByChat      string    `yaml:"lewat_wa" need:"yes"`
	BySMS       string    `yaml:"lewat_sms" need:"yes"`
	Nowhere     string    `yaml:"tidak_dikirim" need:"yes"`
	Wrong       SendWrong `yaml:"salah" need:"yes"`
}

// SendWrong says what is wrong with a field of the form.
type SendWrong struct {
	OneNumber string `yaml:"satu_nomor" need:"yes"`
	NoLetters string `yaml:"tanpa_huruf" need:"yes"`
	Begins    string `yaml:"awal_nomor" need:"yes"`
	TooFew    string `yaml:"kurang_angka" need:"yes"`
	TooMany   string `yaml:"lebih_angka" need:"yes"`
	Closing   string `yaml:"jam_tutup" need:"yes"`
	Days      string `yaml:"jam_hari" need:"yes"`
	NoNumber  string `yaml:"tanpa_nomor" need:"yes"`
	NoName    string `yaml:"tanpa_nama" need:"yes"`
}

// Of gives the words for what a rule of the form found.
func (w SendWrong) Of(found village.FormWrong) string {
	return [...]string{w.OneNumber, w.NoLetters, w.Begins, w.TooFew, w.TooMany, w.Closing, w.Days, w.NoNumber, w.NoName}[found]
}

// SectionTitle gives the heading of a section.
func SectionTitle(s content.Section, w *Words) string {
	return map[content.Kind]string{content.Guide: w.Guides, content.Checklist: w.Checklists, content.Country: w.Countries, content.Plain: w.Trust}[s.Kind]
}
