package source

// Files, and the YAML in them.
const (
	FileNotUTF8          Code = "FILE01"
	FileControlCharacter Code = "FILE02"
	FileEmpty            Code = "FILE03"
	FileUnreadable       Code = "FILE04" // reason
	FileIgnored          Code = "FILE05"

	MatterMissing    Code = "DATA01"
	MatterUnclosed   Code = "DATA02"
	YAMLSyntax       Code = "DATA03" // what the YAML reader says
	YAMLColon        Code = "DATA04"
	YAMLTab          Code = "DATA05"
	YAMLQuote        Code = "DATA06"
	KeyUnknown       Code = "DATA07" // key, known keys
	KeyDoubled       Code = "DATA08" // key, line of the first
	WantText         Code = "DATA09" // key
	WantList         Code = "DATA10" // key
	WantKeys         Code = "DATA11" // key
	WantNumber       Code = "DATA12" // key, value
	WantYesNo        Code = "DATA13" // key, value
	KeyMissing       Code = "DATA14" // key
	DateUnreadable   Code = "DATA15" // value
	TermUnreadable   Code = "DATA16" // value
	ValueNotAllowed  Code = "DATA17" // value, allowed values
	TextTooLong      Code = "DATA18" // key, length, limit
	IdentifierBroken Code = "DATA19" // value
	IdentifierTwice  Code = "DATA20" // value, line of the first
	AddressBroken    Code = "DATA21" // value
	HoursUnreadable  Code = "DATA22" // value
	WantCount        Code = "DATA23" // key, wanted, found
)

var fileMessages = map[Code]entry{
	FileNotUTF8: {
		severity: Error,
		id: Text{
			What: "Berkas ini tidak tersimpan sebagai teks UTF-8.",
			Why:  "Huruf dari sini tidak terbaca. Biasanya berkas disimpan dengan sandi lain, atau bukan berkas teks.",
			Mend: "Buka di editor teks, pilih Simpan sebagai, lalu pilih sandi (encoding) UTF-8.",
		},
		en: Text{
			What: "This file is not saved as UTF-8 text.",
			Why:  "The letters from here on cannot be read. The file was saved in another encoding, or is no text file.",
			Mend: "Open it in a text editor, choose Save as, and choose the encoding UTF-8.",
		},
	},
	FileControlCharacter: {
		severity: Error,
		id: Text{
			What: "Ada tanda yang tidak terlihat di dalam teks.",
			Why:  "Tanda kendali ikut tersalin, biasanya dari Word atau PDF.",
			Mend: "Hapus baris ini dan ketik ulang.",
		},
		en: Text{
			What: "There is an invisible sign in the text.",
			Why:  "A control character was copied along, usually from Word or a PDF.",
			Mend: "Delete the line and type it again.",
		},
	},
	FileEmpty: {
		severity: Error,
		id:       Text{What: "Berkas ini kosong.", Mend: "Isi berkas ini, atau hapus."},
		en:       Text{What: "This file is empty.", Mend: "Fill the file, or delete it."},
	},
	FileUnreadable: {
		severity: Error,
		id: Text{
			What: "Berkas ini tidak bisa dibuka: %[1]s.",
			Mend: "Periksa apakah berkas ada dan boleh dibaca.",
		},
		en: Text{
			What: "This file cannot be opened: %[1]s.",
			Mend: "See whether the file is there and may be read.",
		},
	},
	FileIgnored: {
		severity: Warning,
		id: Text{
			What: "Berkas ini tidak ikut diterbitkan.",
			Why:  "Halaman dan desa hanya dibaca dari berkas yang namanya berakhir .md. Program seperti Notepad kadang menambah .txt.",
			Mend: "Ganti namanya supaya berakhir .md, atau hapus kalau tidak dipakai.",
		},
		en: Text{
			What: "This file is not published.",
			Why:  "Pages and villages are read only from files whose names end in .md. Programs like Notepad sometimes add .txt.",
			Mend: "Rename it so that it ends in .md, or delete it if it is not used.",
		},
	},
}

var dataMessages = map[Code]entry{
	MatterMissing: {
		severity: Error,
		id: Text{
			What: "Bagian data di awal berkas tidak ada.",
			Why:  "Setiap halaman dimulai dengan baris ---, lalu judul dan data lain, lalu baris --- lagi.",
			Mend: "Tulis --- di baris pertama. Contoh lengkap dibuat oleh: suluh new panduan nama-berkas",
		},
		en: Text{
			What: "The front matter is missing.",
			Why:  "Each page begins with a line ---, then the title and other data, then a line --- again.",
			Mend: "Write --- in the first line. A whole example is made by: suluh new panduan file-name",
		},
	},
	MatterUnclosed: {
		severity: Error,
		id: Text{
			What: "Bagian data di awal berkas tidak ditutup.",
			Why:  "Baris --- yang kedua tidak ada, jadi batas antara data dan isi tidak diketahui.",
			Mend: "Tulis --- pada baris sendiri, tepat setelah data terakhir.",
		},
		en: Text{
			What: "The front matter is not closed.",
			Why:  "There is no second line ---, so nobody knows where the data end and the text begins.",
			Mend: "Write --- on a line of its own, right after the last key.",
		},
	},
	YAMLSyntax: {
		severity: Error,
		id: Text{
			What: "Data ini tidak bisa dibaca: %[1]s.",
			Why:  "Susunan data di baris ini atau baris sebelumnya tidak lengkap.",
			Mend: "Bandingkan dengan berkas lain yang benar: satu baris satu data, bentuknya kunci: nilai.",
		},
		en: Text{
			What: "These data cannot be read: %[1]s.",
			Why:  "Something is incomplete in this line or the one before.",
			Mend: "Compare with another file that works: one line for each, in the form key: value.",
		},
	},
	YAMLColon: {
		severity: Error,
		id: Text{
			What: "Ada tanda titik dua di dalam nilai.",
			Why:  "Titik dua dengan spasi hanya boleh di antara kunci dan nilai.",
			Mend: `Beri tanda kutip pada nilai. Contoh: judul: "Biaya: apa yang gratis"`,
		},
		en: Text{
			What: "There is a colon inside a value.",
			Why:  "A colon with a space may stand only between key and value.",
			Mend: `Put the value in quotes. Example: judul: "Biaya: apa yang gratis"`,
		},
	},
	YAMLTab: {
		severity: Error,
		id: Text{
			What: "Ada tanda Tab di bagian data.",
			Why:  "Bagian data hanya boleh diatur dengan spasi.",
			Mend: "Ganti tanda Tab dengan dua spasi.",
		},
		en: Text{
			What: "There is a tab in the data.",
			Why:  "Only spaces may be used to indent data.",
			Mend: "Replace the tab with two spaces.",
		},
	},
	YAMLQuote: {
		severity: Error,
		id: Text{
			What: "Tanda kutip tidak ditutup.",
			Mend: "Tambahkan tanda kutip yang sama di akhir nilai, atau hapus tanda kutip di awal.",
		},
		en: Text{
			What: "A quotation mark is not closed.",
			Mend: "Add the same quotation mark at the end of the value, or delete the one at its start.",
		},
	},
	KeyUnknown: {
		severity: Error,
		id: Text{
			What: "Kunci %[1]q tidak dikenal.",
			Why:  "Di sini hanya ada kunci: %[2]s.",
			Mend: "Perbaiki ejaannya, atau hapus baris ini.",
		},
		en: Text{
			What: "The key %[1]q is unknown.",
			Why:  "The keys here are: %[2]s.",
			Mend: "Mend the spelling, or delete the line.",
		},
	},
	KeyDoubled: {
		severity: Error,
		id: Text{
			What: "Kunci %[1]q ditulis dua kali.",
			Why:  "Kunci yang sama sudah ada di baris %[2]d. Tidak jelas nilai mana yang benar.",
			Mend: "Hapus salah satu.",
		},
		en: Text{
			What: "The key %[1]q is written twice.",
			Why:  "The same key stands in line %[2]d already. Which value is right cannot be known.",
			Mend: "Delete one of them.",
		},
	},
	WantText: {
		severity: Error,
		id:       Text{What: "%[1]s harus berisi teks.", Mend: "Tulis satu nilai saja, contoh: %[1]s: isi"},
		en:       Text{What: "%[1]s must hold text.", Mend: "Write a single value, for example: %[1]s: text"},
	},
	WantList: {
		severity: Error,
		id:       Text{What: "%[1]s harus berisi daftar.", Mend: "Tulis setiap isi pada baris sendiri dengan tanda - di depannya, atau di dalam [ ] dengan koma."},
		en:       Text{What: "%[1]s must hold a list.", Mend: "Write each item on a line of its own behind a dash, or inside [ ] with commas."},
	},
	WantKeys: {
		severity: Error,
		id:       Text{What: "%[1]s harus berisi beberapa kunci.", Mend: "Tulis kunci: nilai di bawahnya, menjorok dua spasi."},
		en:       Text{What: "%[1]s must hold keys of its own.", Mend: "Write key: value below it, indented by two spaces."},
	},
	WantNumber: {
		severity: Error,
		id:       Text{What: "%[1]s harus berupa angka, tetapi tertulis %[2]q.", Mend: "Tulis angka saja, dengan titik untuk pecahan: -8.34"},
		en:       Text{What: "%[1]s must be a number, but %[2]q is written.", Mend: "Write digits only, with a point for fractions: -8.34"},
	},
	WantYesNo: {
		severity: Error,
		id:       Text{What: "%[1]s diisi ya atau tidak, tetapi tertulis %[2]q.", Mend: "Tulis ya atau tidak."},
		en:       Text{What: "%[1]s is ya (yes) or tidak (no), but %[2]q is written.", Mend: "Write ya or tidak."},
	},
	KeyMissing: {
		severity: Error,
		id:       Text{What: "Kunci %[1]q belum ada.", Why: "Halaman ini tidak bisa dibuat tanpa itu.", Mend: "Tambahkan baris %[1]s: dengan isinya."},
		en:       Text{What: "The key %[1]q is missing.", Why: "The page cannot be made without it.", Mend: "Add a line %[1]s: with its value."},
	},
	DateUnreadable: {
		severity: Error,
		id: Text{
			What: "Tanggal %[1]q tidak terbaca.",
			Why:  "Tanggal ditulis tahun-bulan-hari supaya tidak tertukar, dan harus ada di kalender.",
			Mend: "Contoh: 2026-09-14 untuk 14 September 2026.",
		},
		en: Text{
			What: "The date %[1]q cannot be read.",
			Why:  "Dates are written year-month-day, so that day and month are not confused, and must be in the calendar.",
			Mend: "Example: 2026-09-14 for 14 September 2026.",
		},
	},
	TermUnreadable: {
		severity: Error,
		id:       Text{What: "Lama waktu %[1]q tidak terbaca.", Mend: "Contoh: 180 hari, 6 bulan, 1 tahun."},
		en:       Text{What: "The length of time %[1]q cannot be read.", Mend: "Examples: 180 hari (days), 6 bulan (months), 1 tahun (year)."},
	},
	ValueNotAllowed: {
		severity: Error,
		id:       Text{What: "Nilai %[1]q tidak dikenal.", Why: "Yang boleh: %[2]s.", Mend: "Pilih salah satu."},
		en:       Text{What: "The value %[1]q is unknown.", Why: "Allowed are: %[2]s.", Mend: "Choose one of them."},
	},
	TextTooLong: {
		severity: Error,
		id: Text{
			What: "%[1]s terlalu panjang: %[2]d huruf, paling banyak %[3]d.",
			Why:  "Teks ini dipakai juga untuk SMS dan hasil pencarian.",
			Mend: "Pendekkan. Simpan hal terpenting saja.",
		},
		en: Text{
			What: "%[1]s is too long: %[2]d characters, at most %[3]d.",
			Why:  "The text serves as SMS and in search results, too.",
			Mend: "Shorten it to the main point.",
		},
	},
	IdentifierBroken: {
		severity: Error,
		id:       Text{What: "Tanda pengenal %[1]q tidak bisa dipakai.", Mend: "Pakai huruf kecil, angka, dan tanda hubung saja: kjri-penang"},
		en:       Text{What: "The id %[1]q cannot be used.", Mend: "Use small letters, digits and hyphens only: kjri-penang"},
	},
	IdentifierTwice: {
		severity: Error,
		id:       Text{What: "Tanda pengenal %[1]q dipakai dua kali.", Why: "Yang pertama ada di baris %[2]d.", Mend: "Beri pengenal lain, atau gabungkan keduanya."},
		en:       Text{What: "The id %[1]q is used twice.", Why: "The first stands in line %[2]d.", Mend: "Choose another id, or join the two."},
	},
	AddressBroken: {
		severity: Error,
		id:       Text{What: "Alamat web %[1]q tidak lengkap.", Mend: "Tulis lengkap dengan https:// di depannya, contoh: https://peduliwni.kemlu.go.id"},
		en:       Text{What: "The web address %[1]q is not complete.", Mend: "Write it in full with https:// in front, for example: https://peduliwni.kemlu.go.id"},
	},
	WantCount: {
		severity: Error,
		id:       Text{What: "%[1]s harus berisi %[2]d kata, tetapi ada %[3]d.", Mend: "Tulis semuanya, berurutan."},
		en:       Text{What: "%[1]s must hold %[2]d words, but there are %[3]d.", Mend: "Write all of them, in their order."},
	},
	HoursUnreadable: {
		severity: Error,
		id:       Text{What: "Jam %[1]q tidak terbaca.", Mend: "Tulis jam buka dan jam tutup, contoh: 08.00-14.00. Hari libur ditulis: tutup"},
		en:       Text{What: "The hours %[1]q cannot be read.", Mend: "Write opening and closing time, for example: 08.00-14.00. A day off is written: tutup"},
	},
}
