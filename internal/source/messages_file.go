package source

// Files, and the YAML in them.
const (
	FileNotUTF8          Code = "FILE01"
	FileControlCharacter Code = "FILE02"
	FileEmpty            Code = "FILE03"
	FileUnreadable       Code = "FILE04" // reason
	FileIgnored          Code = "FILE05"
	FileConflict         Code = "FILE06" // sign
	NameUnportable       Code = "FILE07" // what is wrong, a name that can be used
	NameUnhandy          Code = "FILE08" // a name that is better
	NameCopied           Code = "FILE09" // the original
	NameTwin             Code = "FILE10" // the other file
	FileIrregular        Code = "FILE11"
	FileOutside          Code = "FILE12"
	LimitPassed          Code = "FILE13" // how many, of what, the limit
	DocumentRefused      Code = "FILE14" // what is wrong with it
	FileMisnamed         Code = "FILE15" // the right name
	FileOfOffice         Code = "FILE16" // its kind
	FileVideo            Code = "FILE17" // its kind
	FileNeeded           Code = "FILE18"

	MatterMissing    Code = "DATA01"
	MatterUnclosed   Code = "DATA02"
	YAMLSyntax       Code = "DATA03"
	YAMLColon        Code = "DATA04" // the value in quotes
	YAMLTab          Code = "DATA05"
	YAMLQuote        Code = "DATA06"
	KeyUnknown       Code = "DATA07" // key, known keys
	KeyDoubled       Code = "DATA08" // key, line of the first
	WantText         Code = "DATA09" // key
	WantList         Code = "DATA10" // key
	WantKeys         Code = "DATA11" // key
	WantNumber       Code = "DATA12" // key, value, example
	WantYesNo        Code = "DATA13" // key, value
	KeyMissing       Code = "DATA14" // key
	DateUnreadable   Code = "DATA15" // value
	TermUnreadable   Code = "DATA16" // value
	ValueNotAllowed  Code = "DATA17" // value, allowed values
	TextTooLong      Code = "DATA18" // key, length, limit
	IdentifierBroken Code = "DATA19" // value
	IdentifierTwice  Code = "DATA20" // value, line of the first
	AddressBroken    Code = "DATA21" // value
	TargetUnknown    Code = "DATA70" // value
	TargetSecret     Code = "DATA71" // the value without its password
	TargetPlain      Code = "DATA72" // value, beginning to use
	HoursUnreadable  Code = "DATA22" // value
	WantCount        Code = "DATA23" // key, wanted, found
	DateAhead        Code = "DATA24" // date, today
	TermTooLong      Code = "DATA25" // value
	DatesReversed    Code = "DATA26" // berakhir, terbit
	TextLost         Code = "DATA27" // the text, the value in quotes
	CurlyQuotes      Code = "DATA28" // the value in quotes
	YAMLOddSpace     Code = "DATA29"
	YAMLNoSpace      Code = "DATA30" // key
	YAMLNoColon      Code = "DATA31" // key
	YAMLIndent       Code = "DATA32" // key
	YAMLAlign        Code = "DATA33" // key
	YAMLSign         Code = "DATA34" // sign, the value in quotes
	YAMLBracket      Code = "DATA35" // opening, closing bracket
	YAMLQuoteEarly   Code = "DATA36" // the value in quotes
	YAMLBackslash    Code = "DATA37"
	YAMLDash         Code = "DATA38" // key
	YAMLTwoDocuments Code = "DATA39"
	KeyMisplaced     Code = "DATA40" // key, the key it belongs under
	MatterDashes     Code = "DATA41" // the line
	DayUnknown       Code = "DATA42" // key
	DayTwice         Code = "DATA43" // day
	HoursWithoutDays Code = "DATA44" // value
	HoursBackward    Code = "DATA45" // value
	HoursCross       Code = "DATA46" // value
	IdentifierTaken  Code = "DATA47" // value
	MailBroken       Code = "DATA48" // value
	WantDigits       Code = "DATA49" // key, value, example
	YAMLItem         Code = "DATA50"
	ItemDashMissing  Code = "DATA51" // key
	AddressIsChat    Code = "DATA53" // address
	ColourUnreadable Code = "DATA55" // value
	ColourPale       Code = "DATA56" // value
	WantWhole        Code = "DATA54" // key, value
	YAMLListCut      Code = "DATA52" // the word in quotes
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
	FileMisnamed: {
		severity: Error,
		id:       Text{What: "Berkas ini tidak terbaca karena namanya.", Why: "Isinya dibaca hanya dari berkas bernama %[1]s.", Mend: "Ganti namanya menjadi %[1]s. Di Windows, tampilkan dulu akhiran nama berkas."},
		en:       Text{What: "This file is not read because of its name.", Why: "What it holds is read only from a file called %[1]s.", Mend: "Rename it to %[1]s. On Windows, let the endings of file names be shown first."},
	},
	FileOfOffice: {
		severity: Warning,
		id:       Text{What: "Berkas %[1]s tidak bisa menjadi halaman.", Why: "Halaman dan desa hanya dibaca dari berkas teks yang namanya berakhir .md.", Mend: "Buat berkas .md dan salin tulisannya ke sana. Kalau pembaca perlu mengunduhnya, simpan sebagai PDF."},
		en:       Text{What: "A file of the kind %[1]s cannot become a page.", Why: "Pages and villages are read only from text files whose names end in .md.", Mend: "Make a .md file and copy the words into it. If readers need to download it, save it as PDF."},
	},
	FileVideo: {
		severity: Error,
		id:       Text{What: "Video tidak bisa dipakai di situs ini: %[1]s.", Why: "Satu menit video menghabiskan kuota ratusan halaman.", Mend: "Tulis isinya sebagai langkah-langkah, atau ambil satu gambar dari video itu. Lalu pindahkan video ini keluar dari folder."},
		en:       Text{What: "A video cannot be used on this site: %[1]s.", Why: "One minute of it costs a reader as much as hundreds of pages.", Mend: "Write what it says as steps, or take a picture out of it. Then move the video out of the folder."},
	},
	FileNeeded: {
		severity: Error,
		id:       Text{What: "Berkas ini tidak ada.", Why: "Halaman memakai isinya.", Mend: "Kembalikan berkas itu dari salinan, atau ambil dari riwayat."},
		en:       Text{What: "This file is not there.", Why: "Pages use what it holds.", Mend: "Put it back from a copy, or take it out of the history."},
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
	FileConflict: {
		severity: Error,
		id:       Text{What: "Ada tanda %[1]s dari git: dua versi belum digabung.", Why: "Di antara tanda itu ada dua versi dari bagian yang sama.", Mend: "Pilih satu versi, lalu hapus versi lain dan semua baris <<<<<<<, =======, dan >>>>>>>."},
		en:       Text{What: "There is a mark %[1]s of git: two versions have not been merged.", Why: "Between the marks stand two versions of one part.", Mend: "Keep one version and delete the other with all lines <<<<<<<, ======= and >>>>>>>."},
	},
	NameUnportable: {
		severity: Error,
		id:       Text{What: "Nama berkas ini tidak bisa dipakai karena %[1]q.", Why: "Windows, flash disk, atau peramban menolak nama seperti itu, dan alamat halamannya rusak.", Mend: "Ganti namanya, contoh: %[2]s"},
		en:       Text{What: "This file name cannot be used, because of %[1]q.", Why: "Windows, memory sticks or browsers refuse it, and the page's address breaks.", Mend: "Rename the file, for example: %[2]s"},
	},
	NameUnhandy: {
		severity: Warning,
		id:       Text{What: "Nama berkas ini menyulitkan.", Why: "Nama berkas menjadi alamat halaman. Huruf besar, spasi, dan tanda lain sulit diketik dan mudah salah.", Mend: "Pakai huruf kecil, angka, dan tanda hubung: %[1]s"},
		en:       Text{What: "This file name makes trouble.", Why: "It becomes the page's address. Capitals, spaces and signs are hard to type.", Mend: "Use small letters, digits and hyphens: %[1]s"},
	},
	NameCopied: {
		severity: Warning,
		id:       Text{What: "Berkas ini tampak seperti salinan.", Why: "Salinan ikut terbit sebagai halaman kedua. Aslinya mungkin %[1]s.", Mend: "Hapus salinannya. Kalau ini halaman baru, ganti namanya."},
		en:       Text{What: "This file looks like a copy.", Why: "A copy is published as a second page. The original may be %[1]s.", Mend: "Delete the copy. If it is a new page, rename it."},
	},
	NameTwin: {
		severity: Error,
		id:       Text{What: "Nama berkas ini kembar dengan %[1]s.", Why: "Keduanya hanya berbeda huruf besar-kecil atau cara menulis huruf. Windows dan flash disk menganggapnya satu berkas.", Mend: "Ganti nama salah satunya, atau hapus."},
		en:       Text{What: "The name of this file is the twin of %[1]s.", Why: "They differ only by capitals or by how a letter is encoded. Windows and memory sticks take them for one file.", Mend: "Rename one of them, or delete it."},
	},
	FileIrregular: {
		severity: Error,
		id:       Text{What: "Ini bukan berkas biasa.", Why: "Pipa, perangkat, atau soket tidak punya akhir, jadi tidak bisa dibaca.", Mend: "Hapus, lalu taruh berkas biasa di tempatnya."},
		en:       Text{What: "This is no ordinary file.", Why: "A pipe, a device or a socket has no end and cannot be read.", Mend: "Delete it and put an ordinary file in its place."},
	},
	FileOutside: {
		severity: Error,
		id:       Text{What: "Tautan berkas ini keluar dari folder situs.", Why: "Dengan begitu, berkas pribadi di komputer ini bisa ikut terbit.", Mend: "Salin berkasnya ke dalam folder. Kalau memang disengaja, pakai --links."},
		en:       Text{What: "This link leads out of the site's folder.", Why: "A private file of this computer could be published that way.", Mend: "Copy the file into the folder. If it is meant so, use --links."},
	},
	DocumentRefused: {
		severity: Error,
		id:       Text{What: "Dokumen ini tidak boleh terbit: %[1]s.", Why: "Dokumen terbit apa adanya. Isinya harus sesuai namanya, tanpa skrip atau berkas di dalamnya. Kartu kontak (.vcf) dibuat dari data yang diperiksa.", Mend: "PDF: cetak ulang ke PDF dari Word, lalu ganti berkas ini. Kartu kontak: hapus, dan tulis nomornya di berkas desa atau kontak.yaml."},
		en:       Text{What: "This document may not be published: %[1]s.", Why: "Documents are published as they are. They must be what their names say, with no script and no file in them. Cards of contacts (.vcf) are made from data that are checked.", Mend: "PDF: print it to PDF again and replace this file. Card: delete it, and write the number in the village's file or in kontak.yaml."},
	},
	LimitPassed: {
		severity: Error,
		id:       Text{What: "Terlalu banyak: %[1]d %[2]s, paling banyak %[3]d.", Why: "Isi sebanyak ini tidak ditulis tangan, dan membuat situs lambat atau gagal.", Mend: "Bagi menjadi beberapa, atau hapus yang tidak perlu. Semua batas: suluh limits"},
		en:       Text{What: "Too much: %[1]d %[2]s, at most %[3]d.", Why: "Nobody writes as much by hand, and it makes the site slow or fail.", Mend: "Split it, or delete what is not needed. All limits: suluh limits"},
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
			What: "Data di baris ini tidak bisa dibaca.",
			Why:  "Susunan data di baris ini atau baris sebelumnya tidak lengkap.",
			Mend: "Bandingkan dengan berkas lain yang benar: satu baris satu data, bentuknya kunci: nilai.",
		},
		en: Text{
			What: "The data in this line cannot be read.",
			Why:  "Something is incomplete in this line or the one before.",
			Mend: "Compare with another file that works: one line for each, in the form key: value.",
		},
	},
	YAMLColon: {
		severity: Error,
		id: Text{
			What: "Ada tanda titik dua di dalam nilai.",
			Why:  "Titik dua dengan spasi hanya boleh di antara kunci dan nilai.",
			Mend: "Beri tanda kutip pada nilai. Contoh: %[1]s",
		},
		en: Text{
			What: "There is a colon inside a value.",
			Why:  "A colon with a space may stand only between key and value.",
			Mend: "Put the value in quotes. Example: %[1]s",
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
		id:       Text{What: "%[1]s harus berupa angka, tetapi tertulis %[2]v.", Mend: "Tulis angka saja, dengan titik untuk pecahan. Contoh: %[3]s"},
		en:       Text{What: "%[1]s must be a number, but %[2]v is written.", Mend: "Write digits only, with a point for fractions. Example: %[3]s"},
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
	TargetUnknown: {
		severity: Error,
		id:       Text{What: "Tujuan terbit %[1]q tidak dikenal.", Mend: "Tulis sebuah folder, atau alamat yang diawali sftp://, ftps://, s3://, git+https://, atau rsync://, contoh: ftps://nama@ftp.contoh.org/public_html"},
		en:       Text{What: "The target %[1]q is not one to publish to.", Mend: "Write a folder, or an address that begins with sftp://, ftps://, s3://, git+https:// or rsync://, such as ftps://name@ftp.example.org/public_html"},
	},
	TargetSecret: {
		severity: Error,
		id:       Text{What: "Ada kata sandi di alamat tujuan %[1]q.", Why: "Berkas situs disimpan dalam riwayat dan bisa dibaca orang lain.", Mend: "Hapus kata sandi dari alamat itu, lalu ganti kata sandinya di tempat hosting. Simpan yang baru dengan: suluh deploy TUJUAN --login"},
		en:       Text{What: "There is a password in the address of the target %[1]q.", Why: "The site's files are kept in a history, and others may read them.", Mend: "Take the password out of the address, and change it at the host. Keep the new one with: suluh deploy TARGET --login"},
	},
	TargetPlain: {
		severity: Error,
		id:       Text{What: "Tujuan %[1]q mengirim kata sandi tanpa sandi pengaman.", Why: "Siapa pun di jaringan yang sama bisa membaca kata sandi itu.", Mend: "Pakai alamat yang diawali %[2]s"},
		en:       Text{What: "The target %[1]q would send the password in the clear.", Why: "Anybody on the same network could read it.", Mend: "Use an address that begins with %[2]s"},
	},
	WantCount: {
		severity: Error,
		id:       Text{What: "%[1]s harus berisi %[2]d kata, tetapi ada %[3]d.", Mend: "Tulis semuanya, berurutan."},
		en:       Text{What: "%[1]s must hold %[2]d words, but there are %[3]d.", Mend: "Write all of them, in their order."},
	},
	HoursUnreadable: {
		severity: Error,
		id:       Text{What: "Jam %[1]q tidak terbaca.", Why: "Pembaca perlu tahu jam buka dan jam tutup.", Mend: "Tulis jam buka dan jam tutup, contoh: 08.00-14.00, atau 08.00-12.00, 13.00-15.00. Hari libur ditulis: tutup. Kalau jam tutupnya tidak pasti, tanyakan ke kantor."},
		en:       Text{What: "The hours %[1]q cannot be read.", Why: "Readers need to know when it opens and when it closes.", Mend: "Write opening and closing time, for example: 08.00-14.00, or 08.00-12.00, 13.00-15.00. A day off is written: tutup. Ask the office if the closing time is not certain."},
	},
	HoursBackward: {
		severity: Error,
		id:       Text{What: "Jam %[1]q: tutup lebih dulu dari buka.", Mend: "Tukar kedua jam itu, atau perbaiki salah satunya. Jam malam boleh melewati tengah malam, contoh: 22.00-05.00"},
		en:       Text{What: "The hours %[1]q close before they open.", Mend: "Exchange the two, or mend one of them. Nights may go past midnight, for example: 22.00-05.00"},
	},
	HoursCross: {
		severity: Error,
		id:       Text{What: "Jam %[1]q bertumpuk atau tidak berurutan.", Mend: "Tulis dari yang paling pagi, contoh: 08.00-12.00, 13.00-15.00"},
		en:       Text{What: "The hours %[1]q overlap or are out of order.", Mend: "Write the earliest first, for example: 08.00-12.00, 13.00-15.00"},
	},
	HoursWithoutDays: {
		severity: Error,
		id:       Text{What: "Jam %[1]q tidak menyebut harinya.", Mend: "Sebut harinya. Contoh: jam: Senin-Jumat 08.00-14.00"},
		en:       Text{What: "The hours %[1]q name no day.", Mend: "Name the days. Example: jam: Senin-Jumat 08.00-14.00"},
	},
	DayUnknown: {
		severity: Error,
		id:       Text{What: "Hari %[1]q tidak dikenal.", Why: "Hari: senin, selasa, rabu, kamis, jumat, sabtu, minggu. Boleh beberapa: senin-kamis, atau sabtu & minggu.", Mend: "Perbaiki nama harinya."},
		en:       Text{What: "The day %[1]q is unknown.", Why: "Days: senin, selasa, rabu, kamis, jumat, sabtu, minggu. Several may stand together: senin-kamis, or sabtu & minggu.", Mend: "Mend the name of the day."},
	},
	DayTwice: {
		severity: Error,
		id:       Text{What: "Hari %[1]s ditulis dua kali.", Mend: "Satukan jamnya dalam satu baris, contoh: 08.00-12.00, 13.00-15.00"},
		en:       Text{What: "The day %[1]s is written twice.", Mend: "Join its hours in one line, for example: 08.00-12.00, 13.00-15.00"},
	},
	DateAhead: {
		severity: Error,
		id:       Text{What: "Tanggal %[1]s belum tiba: hari ini %[2]s.", Why: "Tanggal di masa depan mematikan peringatan bahwa isi sudah lama tidak diperiksa.", Mend: "Tulis hari yang sebenarnya. Periksa tahunnya."},
		en:       Text{What: "The date %[1]s is still to come: today is %[2]s.", Why: "A date in the future switches off the warning that nobody has checked for long.", Mend: "Write the true day. Look at the year."},
	},
	TermTooLong: {
		severity: Error,
		id:       Text{What: "Masa tinjau %[1]q terlalu lama.", Why: "Paling lama 3 tahun. Setelah itu isi harus diperiksa lagi.", Mend: "Contoh: 180 hari, 12 bulan, 1 tahun."},
		en:       Text{What: "The term %[1]q is too long.", Why: "Three years are the most. Then the text must be checked again.", Mend: "Examples: 180 hari (days), 12 bulan (months), 1 tahun (year)."},
	},
	DatesReversed: {
		severity: Error,
		id:       Text{What: "berakhir (%[1]s) tidak lebih akhir dari terbit (%[2]s).", Why: "Dengan tanggal ini, halaman tidak pernah tampil.", Mend: "Perbaiki salah satu tanggal."},
		en:       Text{What: "berakhir (%[1]s) is not later than terbit (%[2]s).", Why: "With these dates the page is never shown.", Mend: "Mend one of the dates."},
	},
	TextLost: {
		severity: Warning,
		id:       Text{What: "Tulisan %[1]q hilang.", Why: "Semua setelah spasi dan tanda # dianggap catatan, jadi tidak diterbitkan.", Mend: "Beri tanda kutip: %[2]s. Kalau memang catatan, beri dua spasi di depan tanda # dan satu spasi di belakangnya."},
		en:       Text{What: "The text %[1]q is lost.", Why: "All behind a space and # is taken for a note and not published.", Mend: "Put the value in quotes: %[2]s. If it is meant as a note, put two spaces before the # and one behind it."},
	},
	CurlyQuotes: {
		severity: Error,
		id:       Text{What: "Tanda kutip miring dari Word bukan tanda kutip di sini.", Why: "Tanda itu ikut menjadi isi.", Mend: "Pakai tanda kutip lurus: %[1]s"},
		en:       Text{What: "The curly quotes of Word are no quotes here.", Why: "They become part of the value.", Mend: "Use straight quotes: %[1]s"},
	},
	YAMLOddSpace: {
		severity: Error,
		id:       Text{What: "Ada spasi khusus yang terlihat seperti spasi biasa.", Why: "Spasi itu tersalin dari Word atau WhatsApp. Di bagian data hanya spasi biasa yang terbaca.", Mend: "Hapus spasi itu dan ketik spasi biasa."},
		en:       Text{What: "There is a special space that looks like an ordinary one.", Why: "It was copied from Word or WhatsApp. In the data only ordinary spaces are read.", Mend: "Delete it and type an ordinary space."},
	},
	YAMLNoSpace: {
		severity: Error,
		id:       Text{What: "Setelah %[1]s: harus ada spasi.", Mend: "Tulis %[1]s: lalu satu spasi, lalu isinya."},
		en:       Text{What: "A space is missing behind %[1]s: and its value.", Mend: "Write %[1]s: then a space, then the value."},
	},
	YAMLNoColon: {
		severity: Error,
		id:       Text{What: "Kurang titik dua setelah %[1]s.", Mend: "Tulis %[1]s: lalu satu spasi, lalu isinya."},
		en:       Text{What: "The colon behind %[1]s is missing.", Mend: "Write %[1]s: then a space, then the value."},
	},
	YAMLIndent: {
		severity: Error,
		id:       Text{What: "Ada spasi di depan %[1]s.", Why: "Baris ini menjorok lebih dalam dari baris di atasnya, yang sudah punya isi.", Mend: "Hapus spasi itu, supaya %[1]s sejajar dengan kunci di atasnya."},
		en:       Text{What: "There are spaces in front of %[1]s.", Why: "The line is indented more than the one above, which has a value already.", Mend: "Delete them, so that %[1]s lines up with the key above."},
	},
	YAMLAlign: {
		severity: Error,
		id:       Text{What: "%[1]s tidak sejajar dengan kunci lain.", Why: "Kunci yang setingkat harus mulai di kolom yang sama.", Mend: "Tambah atau hapus spasi di depannya sampai sejajar dengan kunci di atasnya."},
		en:       Text{What: "%[1]s does not line up with other keys.", Why: "Keys of one level must begin in the same column.", Mend: "Add or delete spaces in front of it until it lines up with the key above."},
	},
	YAMLSign: {
		severity: Error,
		id:       Text{What: "Nilai tidak boleh dimulai dengan tanda %[1]s tanpa tanda kutip.", Why: "Tanda itu punya arti khusus di bagian data.", Mend: "Beri tanda kutip di depan dan di belakang: %[2]s"},
		en:       Text{What: "A value may not begin with the sign %[1]s without quotes.", Why: "The sign has a meaning of its own in the data.", Mend: "Put quotes around it: %[2]s"},
	},
	YAMLBracket: {
		severity: Error,
		id:       Text{What: "Kurung %[1]s tidak ditutup.", Mend: "Tulis %[2]s di akhir daftar."},
		en:       Text{What: "The bracket %[1]s is not closed.", Mend: "Write %[2]s at the end of the list."},
	},
	YAMLQuoteEarly: {
		severity: Error,
		id:       Text{What: "Tanda kutip ditutup sebelum nilai selesai.", Why: "Setelah tanda kutip penutup tidak boleh ada tulisan lagi.", Mend: "Beri tanda kutip pada seluruh nilai: %[1]s"},
		en:       Text{What: "A quotation mark is closed before the value ends.", Why: "Nothing may stand behind the closing mark.", Mend: "Put the whole value in quotes: %[1]s"},
	},
	YAMLBackslash: {
		severity: Error,
		id:       Text{What: "Ada tanda \\ di antara tanda kutip.", Why: "Di antara tanda kutip ganda, tanda \\ punya arti khusus.", Mend: "Hapus tanda \\ itu, atau pakai tanda kutip tunggal: 'isi'"},
		en:       Text{What: "There is a \\ between quotation marks.", Why: "Between double quotes the sign \\ has a meaning of its own.", Mend: "Delete the \\, or use single quotes: 'value'"},
	},
	AddressIsChat: {
		severity: Error,
		id:       Text{What: "%[1]s membuka obrolan, bukan situs.", Why: "Nomor di dalam tautan tidak bisa diperiksa dan tidak punya tanggal.", Mend: "Tulis nomornya di bagian kontak, pada kunci wa. Tautannya dibuat sendiri."},
		en:       Text{What: "%[1]s opens a chat, and no site.", Why: "A number in a link cannot be checked and has no date.", Mend: "Write the number among the contacts, with the key wa. Its link is made from it."},
	},
	WantWhole: {
		severity: Error,
		id:       Text{What: "%[1]s harus berupa bilangan bulat, tetapi tertulis %[2]s.", Mend: "Tulis angka saja, tanpa titik atau koma. Contoh: 6"},
		en:       Text{What: "%[1]s must be a whole number, not %[2]s.", Mend: "Write digits only, without a point or comma. Example: 6"},
	},
	YAMLListCut: {
		severity: Error,
		id:       Text{What: "Tanda # memotong daftar di baris ini.", Why: "Semua setelah spasi dan tanda # dianggap catatan, jadi kurung penutupnya hilang.", Mend: "Beri tanda kutip: %[1]s"},
		en:       Text{What: "A # cuts the list in this line short.", Why: "All behind a space and # is taken for a note, so that its closing bracket is lost.", Mend: "Put the word in quotes: %[1]s"},
	},
	ItemDashMissing: {
		severity: Error,
		id:       Text{What: "Di depan %[1]s kurang tanda -.", Why: "Berkas ini berisi daftar: setiap isi dimulai dengan tanda - dan spasi.", Mend: "Tulis: - %[1]s: …, dan beri dua spasi di depan baris lain dari isi itu."},
		en:       Text{What: "A dash is missing in front of %[1]s.", Why: "This file holds a list: each item begins with - and a space.", Mend: "Write: - %[1]s: …, and put two spaces in front of the other lines of the item."},
	},
	YAMLDash: {
		severity: Error,
		id:       Text{What: "%[1]s tidak berisi data, hanya tanda baca.", Why: "Data yang tidak ada tidak ditulis.", Mend: "Hapus baris %[1]s."},
		en:       Text{What: "%[1]s holds no value, only a sign.", Why: "What is not known is left out.", Mend: "Delete the line %[1]s."},
	},
	YAMLTwoDocuments: {
		severity: Error,
		id:       Text{What: "Ada baris --- di tengah berkas.", Why: "Semua setelah baris itu tidak terbaca.", Mend: "Hapus baris itu."},
		en:       Text{What: "There is a line --- in the middle of the file.", Why: "Nothing behind it is read.", Mend: "Delete the line."},
	},
	KeyMisplaced: {
		severity: Error,
		id:       Text{What: "Kunci %[1]q tidak berada di tempatnya.", Why: "%[1]s adalah bagian dari %[2]s.", Mend: "Pindahkan ke bawah %[2]s dan beri spasi di depannya sampai sejajar dengan isi %[2]s yang lain."},
		en:       Text{What: "The key %[1]q is not in its place.", Why: "%[1]s is a part of %[2]s.", Mend: "Move it below %[2]s and put spaces in front until it lines up with the other keys there."},
	},
	MatterDashes: {
		severity: Error,
		id:       Text{What: "Baris %[1]s bukan ---.", Why: "Bagian data dibuka dan ditutup dengan tepat tiga tanda hubung. Word mengubah --- menjadi —.", Mend: "Hapus baris ini dan ketik tiga tanda hubung: ---"},
		en:       Text{What: "The line %[1]s is not ---.", Why: "The front matter begins and ends with exactly three hyphens. Word turns --- into —.", Mend: "Delete the line and type three hyphens: ---"},
	},
	MailBroken: {
		severity: Error,
		id:       Text{What: "Alamat surel %[1]q salah tulis.", Mend: "Tulis satu alamat dengan tanda @ dan tanpa spasi, contoh: desa@contoh.go.id"},
		en:       Text{What: "The mail address %[1]q is mistyped.", Mend: "Write one address with an @ and no space, for example: desa@contoh.go.id"},
	},
	YAMLItem: {
		severity: Error,
		id:       Text{What: "Tanda daftar di baris ini bukan - dengan spasi.", Why: "Word mengubah - menjadi – atau •.", Mend: "Ketik tanda - lalu satu spasi, lalu isinya. Contoh: - nama: Radar Jember"},
		en:       Text{What: "The sign of the list in this line is not - with a space.", Why: "Word turns - into – or •.", Mend: "Type - then a space, then the value. Example: - nama: Radar Jember"},
	},
	WantDigits: {
		severity: Error,
		id:       Text{What: "%[1]s %[2]q bukan angka yang benar.", Mend: "Contoh: %[3]s"},
		en:       Text{What: "%[1]s %[2]q is no such number.", Mend: "Example: %[3]s"},
	},
	ColourUnreadable: {
		severity: Error,
		id:       Text{What: "Warna %[1]q tidak terbaca.", Mend: "Tulis dalam tanda kutip, dengan tanda pagar dan enam angka atau huruf a sampai f. Contoh: \"#0b5560\""},
		en:       Text{What: "The colour %[1]q cannot be read.", Mend: "Write it in quotes, as a hash and six digits or letters from a to f. Example: \"#0b5560\""},
	},
	ColourPale: {
		severity: Error,
		id:       Text{What: "Warna %[1]s terlalu muda.", Why: "Huruf putih di atasnya sulit dibaca, apalagi di HP murah di bawah matahari.", Mend: "Pilih warna yang lebih tua."},
		en:       Text{What: "The colour %[1]s is too pale.", Why: "White letters on it are hard to read, the more so on a cheap phone in the sun.", Mend: "Choose a darker one."},
	},
	IdentifierTaken: {
		severity: Error,
		id:       Text{What: "Tanda pengenal %[1]q sudah dipakai oleh bagian halaman.", Mend: "Pakai pengenal lain, contoh: kantor-%[1]s"},
		en:       Text{What: "The id %[1]q belongs to a part of the page.", Mend: "Choose another id, for example: kantor-%[1]s"},
	},
}
