package source

// Numbers to dial, villages, and the site as a whole.
const (
	PhoneEmpty       Code = "TEL01"
	PhoneWrongSign   Code = "TEL02" // sign
	PhoneTwoNumbers  Code = "TEL03" // value
	PhoneTooShort    Code = "TEL04" // digits
	PhoneTooLong     Code = "TEL05" // digits
	PhoneNotReal     Code = "TEL06" // value
	PhoneShortBroken Code = "TEL07" // value
	PhonePrivate     Code = "TEL08" // role
	PhoneNeedsKind   Code = "TEL09" // value

	VillageCodeBroken   Code = "DESA01" // code
	VillageCodeUnknown  Code = "DESA02" // code
	VillageNameDiffers  Code = "DESA03" // name written, name in the list
	DistrictDiffers     Code = "DESA04" // kecamatan written, kecamatan of the code
	VillageCodeTwice    Code = "DESA05" // code, the other file
	VillageWithoutCode  Code = "DESA06" // name
	VillageWithoutPhone Code = "DESA07" // name
	AreaLineBroken      Code = "DESA08" // line

	ConfigMissing       Code = "SITE01"
	LanguageUnknown     Code = "SITE02" // language, languages of the site
	TemplateBroken      Code = "SITE04" // what the template engine says
	PageStale           Code = "SITE05" // date it was due
	HomeMissing         Code = "SITE06"
	ContactStale        Code = "SITE07" // contact, date it was due
	ContactWithoutPhone Code = "SITE08" // contact
	FolderUnknown       Code = "SITE09" // known folders
	TabMissing          Code = "SITE10"
	TabTelling          Code = "SITE11" // word
	AssetBroken         Code = "SITE12" // what the minifier says
	PageNeverChecked    Code = "SITE13"
	SourceNeeded        Code = "SITE14" // contact
	MenuUnknown         Code = "SITE15" // value
	PageHeavy           Code = "SITE16" // address, bytes, target, bytes of text, style, frame, pictures, packets, price for 1,000 readers
	PageTooHeavy        Code = "SITE17" // the same, with the limit
)

var phoneMessages = map[Code]entry{
	PhoneEmpty: {
		severity: Error,
		id:       Text{What: "Nomor ini kosong.", Mend: "Isi nomornya, atau hapus kuncinya. Nomor yang tidak diketahui dibiarkan kosong tanpa kunci."},
		en:       Text{What: "This number is empty.", Mend: "Fill it in, or delete the key. A number that is not known is left out."},
	},
	PhoneWrongSign: {
		severity: Error,
		id:       Text{What: "Ada tanda %[1]q di dalam nomor.", Why: "Nomor telepon hanya berisi angka, boleh dengan +, spasi, titik, kurung, dan tanda hubung.", Mend: "Tanyakan nomor yang benar ke pemiliknya, lalu tulis seperti ini: 0812-3456-7890"},
		en:       Text{What: "There is a sign %[1]q in the number.", Why: "A phone number holds digits only, with +, spaces, dots, brackets and hyphens between them.", Mend: "Ask its owner for the right number and write it like this: 0812-3456-7890"},
	},
	PhoneTwoNumbers: {
		severity: Error,
		id:       Text{What: "Ada dua nomor di satu tempat: %[1]s.", Why: "HP hanya bisa menelepon satu nomor.", Mend: "Tulis setiap nomor di barisnya sendiri."},
		en:       Text{What: "There are two numbers in one place: %[1]s.", Why: "A phone can dial one number only.", Mend: "Write each number in a line of its own."},
	},
	PhoneTooShort: {
		severity: Error,
		id:       Text{What: "Nomor ini terlalu pendek: hanya %[1]d angka.", Mend: "Periksa apakah ada angka yang hilang. Nomor darurat seperti 110 memakai jenis: pendek."},
		en:       Text{What: "This number is too short: %[1]d digits only.", Mend: "See whether a digit is missing. Emergency numbers like 110 take jenis: pendek."},
	},
	PhoneTooLong: {
		severity: Error,
		id:       Text{What: "Nomor ini terlalu panjang: %[1]d angka.", Mend: "Periksa apakah ada angka yang tertulis dua kali, atau dua nomor yang menyatu."},
		en:       Text{What: "This number is too long: %[1]d digits.", Mend: "See whether a digit was typed twice, or two numbers run together."},
	},
	PhoneNotReal: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s tidak mungkin ada.", Why: "Kode awal dan panjangnya tidak cocok dengan nomor mana pun.", Mend: "Cocokkan lagi dengan sumbernya. Nomor luar negeri dimulai dengan + dan kode negara."},
		en:       Text{What: "The number %[1]s cannot exist.", Why: "Its prefix and length fit no number.", Mend: "Compare it with its source. Numbers abroad begin with + and the country code."},
	},
	PhoneShortBroken: {
		severity: Error,
		id:       Text{What: "%[1]q bukan nomor pendek.", Why: "Nomor pendek berisi 3 sampai 11 angka tanpa tanda +.", Mend: "Tulis angkanya saja, atau ganti jenisnya."},
		en:       Text{What: "%[1]q is no short number.", Why: "A short number holds 3 to 11 digits and no +.", Mend: "Write its digits only, or change its kind."},
	},
	PhonePrivate: {
		severity: Error,
		id:       Text{What: "Nomor pribadi %[1]s belum punya tanggal izin.", Why: "Nomor pribadi hanya boleh terbit kalau pemiliknya setuju (UU 27/2022).", Mend: "Minta izin tertulis, lalu tulis tanggalnya: izin: 2026-09-14. Kalau tidak ada izin, hapus nomornya."},
		en:       Text{What: "The private number of %[1]s has no date of consent.", Why: "A private number may be published only when its owner agrees (UU 27/2022).", Mend: "Ask for written consent and enter its date: izin: 2026-09-14. Without consent delete the number."},
	},
	PhoneNeedsKind: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s hanya bisa dibaca sebagai nomor pendek.", Mend: "Tambahkan jenis: pendek, atau periksa apakah ada angka yang hilang."},
		en:       Text{What: "The number %[1]s can be read as a short number only.", Mend: "Add jenis: pendek, or see whether a digit is missing."},
	},
}

var villageMessages = map[Code]entry{
	VillageCodeBroken: {
		severity: Error,
		id:       Text{What: "Kode desa %[1]q tidak lengkap.", Why: "Kode desa dari Kemendagri berisi 10 angka dengan tiga titik.", Mend: "Contoh: \"35.09.12.2004\" untuk Desa Ambulu."},
		en:       Text{What: "The village code %[1]q is not complete.", Why: "A village's code by Kemendagri has ten digits and three dots.", Mend: "Example: \"35.09.12.2004\" for the village Ambulu."},
	},
	VillageCodeUnknown: {
		severity: Error,
		id:       Text{What: "Kode desa %[1]s tidak ada di daftar resmi.", Mend: "Cari kode yang benar di villages/wilayah.tsv."},
		en:       Text{What: "The village code %[1]s is not in the official list.", Mend: "Look for the right code in villages/wilayah.tsv."},
	},
	VillageNameDiffers: {
		severity: Error,
		id:       Text{What: "Nama desa %[1]q tidak cocok dengan kodenya.", Why: "Menurut daftar resmi, kode ini milik %[2]q.", Mend: "Perbaiki kodenya, atau tulis nama lain itu di kunci juga."},
		en:       Text{What: "The village name %[1]q does not fit its code.", Why: "In the official list the code belongs to %[2]q.", Mend: "Mend the code, or enter the other name under the key juga."},
	},
	DistrictDiffers: {
		severity: Error,
		id:       Text{What: "Kecamatan %[1]q tidak cocok dengan kode desa.", Why: "Menurut daftar resmi, kode ini ada di Kecamatan %[2]s.", Mend: "Perbaiki kecamatan atau kodenya."},
		en:       Text{What: "The kecamatan %[1]q does not fit the village's code.", Why: "In the official list the code lies in Kecamatan %[2]s.", Mend: "Mend the kecamatan or the code."},
	},
	VillageCodeTwice: {
		severity: Error,
		id:       Text{What: "Kode desa %[1]s dipakai dua kali.", Why: "%[2]s memakai kode yang sama.", Mend: "Hapus salah satu berkas, atau perbaiki kodenya."},
		en:       Text{What: "The village code %[1]s is used twice.", Why: "%[2]s uses the same code.", Mend: "Delete one of the files, or mend its code."},
	},
	VillageWithoutCode: {
		severity: Warning,
		id:       Text{What: "Letak Desa %[1]s belum pasti.", Why: "Kodenya kosong, jadi kecamatannya belum diketahui. Halamannya mengatakan itu.", Mend: "Tanyakan kecamatannya, lalu isi kode dan kecamatan."},
		en:       Text{What: "Where the village %[1]s lies is not certain.", Why: "It has no code, so its kecamatan is not known. Its page says so.", Mend: "Ask for its kecamatan and fill in kode and kecamatan."},
	},
	VillageWithoutPhone: {
		severity: Warning,
		id:       Text{What: "Nomor Desbumi %[1]s belum dikonfirmasi.", Why: "Halaman desa mengatakan itu dan mengarahkan ke kontak berikutnya.", Mend: "Tanyakan nomor kantor desa, lalu isi kunci kontak."},
		en:       Text{What: "No number of the Desbumi %[1]s is confirmed.", Why: "The village's page says so and leads to the next contact.", Mend: "Ask for the number of the village office and fill in the key kontak."},
	},
	AreaLineBroken: {
		severity: Error,
		id:       Text{What: "Baris wilayah tidak terbaca: %[1]q.", Mend: "Setiap baris berisi kode, satu tanda Tab, lalu nama."},
		en:       Text{What: "This line of the area list cannot be read: %[1]q.", Mend: "Each line holds a code, one tab, and a name."},
	},
}

var siteMessages = map[Code]entry{
	ConfigMissing: {
		severity: Error,
		id:       Text{What: "content/situs.yaml tidak ada.", Why: "Berkas itu berisi nama situs, bahasa, dan kabupaten.", Mend: "Jalankan perintah di folder situs, atau tunjuk foldernya dengan --source. Situs baru dibuat dengan: suluh new situs"},
		en:       Text{What: "There is no content/situs.yaml.", Why: "It holds the site's name, languages and regency.", Mend: "Run the command in the site's folder, or name the folder with --source. A new site is made by: suluh new situs"},
	},
	LanguageUnknown: {
		severity: Error,
		id:       Text{What: "Bahasa %[1]q tidak ada di situs ini.", Why: "Bahasa situs ini: %[2]s.", Mend: "Perbaiki nama berkas, atau tambahkan bahasanya di content/situs.yaml."},
		en:       Text{What: "The site has no language %[1]q.", Why: "Its languages are: %[2]s.", Mend: "Mend the file name, or add the language in content/situs.yaml."},
	},
	TemplateBroken: {
		severity: Error,
		id:       Text{What: "Tata letak ini tidak bisa dipakai: %[1]s.", Mend: "Perbaiki berkas layouts itu, atau hapus supaya tata letak bawaan dipakai."},
		en:       Text{What: "This layout cannot be used: %[1]s.", Mend: "Mend the file in layouts, or delete it so that the built-in layout is used."},
	},
	PageStale: {
		severity: Warning,
		id:       Text{What: "Halaman ini harus diperiksa lagi sejak %[1]s.", Why: "Isinya mungkin sudah berubah. Halaman menampilkan pemberitahuan.", Mend: "Cocokkan isinya dengan sumber, lalu ganti tanggal diperiksa."},
		en:       Text{What: "This page has been due for review since %[1]s.", Why: "What it says may have changed. The page carries a notice.", Mend: "Compare it with its sources, then change the date diperiksa."},
	},
	HomeMissing: {
		severity: Error,
		id:       Text{What: "Halaman awal content/beranda.md tidak ada.", Mend: "Buat berkas itu."},
		en:       Text{What: "The home page content/beranda.md is missing.", Mend: "Make that file."},
	},
	ContactStale: {
		severity: Warning,
		id:       Text{What: "Kontak %[1]s harus diperiksa lagi sejak %[2]s.", Why: "Nomornya mungkin sudah berubah. Setelah dua kali masa tinjau, nomor ini diganti nomor utama.", Mend: "Cocokkan nomornya dengan sumber, lalu ganti tanggal diperiksa."},
		en:       Text{What: "The contact %[1]s has been due for review since %[2]s.", Why: "Its number may have changed. After twice its term it is replaced by the main line.", Mend: "Compare the number with its source, then change the date diperiksa."},
	},
	ContactWithoutPhone: {
		severity: Warning,
		id:       Text{What: "Nomor %[1]s belum diketahui.", Why: "Halaman menulis: nomor belum dikonfirmasi.", Mend: "Tanyakan nomornya, lalu isi kunci nomor."},
		en:       Text{What: "The number of %[1]s is not known.", Why: "Pages say: number not confirmed yet.", Mend: "Ask for the number and fill in the key nomor."},
	},
	FolderUnknown: {
		severity: Error,
		id:       Text{What: "Berkas ini ada di folder yang tidak dikenal.", Why: "Halaman ada di: %[1]s.", Mend: "Pindahkan berkasnya."},
		en:       Text{What: "This file stands in an unknown folder.", Why: "Pages stand in: %[1]s.", Mend: "Move the file."},
	},
	TabMissing: {
		severity: Error,
		id:       Text{What: "Halaman peka ini belum punya judul tab.", Why: "Judul tab terlihat orang lain di HP pembaca. Untuk halaman peka judulnya harus netral.", Mend: "Tambahkan kunci tab dengan kata biasa, contoh: tab: Catatan 12"},
		en:       Text{What: "This sensitive page has no tab title.", Why: "Others can see the tab's title on the reader's phone. On a sensitive page it must be neutral.", Mend: "Add the key tab with plain words, for example: tab: Catatan 12"},
	},
	TabTelling: {
		severity: Error,
		id:       Text{What: "Judul tab memuat kata %[1]q.", Why: "Kata itu membuka topik halaman kepada orang yang melihat HP pembaca.", Mend: "Pakai kata yang netral."},
		en:       Text{What: "The tab title holds the word %[1]q.", Why: "The word tells the page's topic to whoever sees the reader's phone.", Mend: "Use neutral words."},
	},
	AssetBroken: {
		severity: Error,
		id:       Text{What: "Berkas ini tidak bisa diperkecil: %[1]s.", Mend: "Perbaiki kesalahan tulisnya."},
		en:       Text{What: "This file cannot be minified: %[1]s.", Mend: "Mend its syntax."},
	},
	PageNeverChecked: {
		severity: Warning,
		id:       Text{What: "Halaman ini belum punya tanggal diperiksa.", Why: "Pembaca tidak tahu apakah isinya masih benar.", Mend: "Cocokkan isinya dengan sumber, lalu tulis diperiksa: tahun-bulan-hari."},
		en:       Text{What: "This page has no date of review.", Why: "Readers cannot tell whether it is still true.", Mend: "Compare it with its sources, then write diperiksa: year-month-day."},
	},
	SourceNeeded: {
		severity: Error,
		id:       Text{What: "Kontak %[1]s punya nomor tanpa sumber atau tanggal diperiksa.", Why: "Nomor yang tidak diketahui asalnya bisa membahayakan pembaca.", Mend: "Tulis sumber dan diperiksa, atau hapus nomornya."},
		en:       Text{What: "The contact %[1]s has a number without source or date of review.", Why: "A number of unknown origin can endanger readers.", Mend: "Write sumber and diperiksa, or delete the number."},
	},
	MenuUnknown: {
		severity: Error,
		id:       Text{What: "Halaman %[1]q di daftar ini tidak ada.", Mend: "Perbaiki nama berkasnya, contoh: panduan/biaya.md"},
		en:       Text{What: "The page %[1]q in this list does not exist.", Mend: "Mend the file name, for example: panduan/biaya.md"},
	},
	PageHeavy: {
		severity: Warning,
		id: Text{
			What: "Halaman %[1]s berat: %[2]d byte, sasarannya %[3]d.",
			Why:  "Yang berat: isi %[4]d, gaya %[5]d, kepala dan menu %[6]d, gambar %[7]d byte. Itu %[8]d paket data; seribu pembaca membayar %[9]s.",
			Mend: "Pendekkan isi, pecah menjadi dua halaman, atau kurangi gambar.",
		},
		en: Text{
			What: "The page %[1]s is heavy: %[2]d bytes, the target is %[3]d.",
			Why:  "What weighs: text %[4]d, style %[5]d, head and menus %[6]d, pictures %[7]d bytes. That is %[8]d packets; a thousand readers pay %[9]s.",
			Mend: "Shorten the text, split the page in two, or use fewer pictures.",
		},
	},
	PageTooHeavy: {
		severity: Error,
		id: Text{
			What: "Halaman %[1]s terlalu berat: %[2]d byte, paling banyak %[3]d.",
			Why:  "Yang berat: isi %[4]d, gaya %[5]d, kepala dan menu %[6]d, gambar %[7]d byte. Itu %[8]d paket data; seribu pembaca membayar %[9]s. Di jaringan EDGE halaman ini lambat muncul.",
			Mend: "Pecah menjadi dua halaman, atau kurangi isi dan gambar.",
		},
		en: Text{
			What: "The page %[1]s is too heavy: %[2]d bytes, at most %[3]d.",
			Why:  "What weighs: text %[4]d, style %[5]d, head and menus %[6]d, pictures %[7]d bytes. That is %[8]d packets; a thousand readers pay %[9]s. On EDGE the page comes up slowly.",
			Mend: "Split the page in two, or cut text and pictures.",
		},
	},
}
