package source

// Numbers to dial.
const (
	PhoneEmpty         Code = "TEL01"
	PhoneWrongSign     Code = "TEL02" // sign
	PhoneTwoNumbers    Code = "TEL03" // value
	PhoneTooShort      Code = "TEL04" // digits
	PhoneTooLong       Code = "TEL05" // digits
	PhoneNotReal       Code = "TEL06" // value
	PhoneShortBroken   Code = "TEL07" // value
	PhonePrivate       Code = "TEL08" // role
	PhoneNeedsKind     Code = "TEL09" // value
	PhoneNone          Code = "TEL10" // value
	PhoneWithoutPrefix Code = "TEL11" // value, what it may mean
	PhoneWithoutArea   Code = "TEL12" // value
	PhoneExtension     Code = "TEL13" // value
	PhoneSheet         Code = "TEL14" // value
	PhoneLabel         Code = "TEL15" // words
	PhoneName          Code = "TEL16" // words
	PhoneQuoted        Code = "TEL17" // sign
	PhoneLink          Code = "TEL18" // value
	PhoneKindDiffers   Code = "TEL19" // value, kind
	PhoneExample       Code = "TEL20" // value
	PhoneAskPrivate    Code = "TEL21" // role
	PhoneShared        Code = "TEL22" // number, the other place
	PhoneChatFixed     Code = "TEL23" // number
	PhoneTwice         Code = "TEL24" // number, the line of the first
)

var phoneMessages = map[Code]entry{
	PhoneEmpty: {
		severity: Error,
		id:       Text{What: "Nomor ini kosong.", Mend: "Isi nomornya, atau hapus kuncinya. Nomor yang tidak diketahui dibiarkan kosong tanpa kunci."},
		en:       Text{What: "This number is empty.", Mend: "Fill it in, or delete the key. A number that is not known is left out."},
	},
	PhoneWrongSign: {
		severity: Error,
		id:       Text{What: "Ada tanda %[1]q di dalam nomor.", Why: "Nomor telepon hanya berisi angka, boleh dengan + di depan, spasi, titik, kurung, dan tanda hubung.", Mend: "Huruf O bukan angka 0, dan huruf l bukan angka 1. Cocokkan dengan sumbernya, lalu tulis seperti ini: 0812-3456-7890"},
		en:       Text{What: "There is a sign %[1]q in the number.", Why: "A phone number holds digits only, with + in front, spaces, dots, brackets and hyphens between them.", Mend: "The letter O is no 0, and the letter l is no 1. Compare it with its source and write it like this: 0812-3456-7890"},
	},
	PhoneTwoNumbers: {
		severity: Error,
		id:       Text{What: "Ada dua nomor di satu tempat: %[1]s.", Why: "HP hanya bisa menelepon satu nomor.", Mend: "Tulis setiap nomor lengkap di barisnya sendiri. Deretan seperti 421000-01 berarti 421000 dan 421001."},
		en:       Text{What: "There are two numbers in one place: %[1]s.", Why: "A phone can dial one number only.", Mend: "Write each number in full in a line of its own. A row like 421000-01 means 421000 and 421001."},
	},
	PhoneTooShort: {
		severity: Error,
		id:       Text{What: "Nomor ini terlalu pendek: hanya %[1]d angka.", Why: "Nomor HP berisi 10 sampai 13 angka. Nomor kantor berisi kode daerah dan 5 sampai 8 angka.", Mend: "Cocokkan dengan sumbernya: ada angka yang hilang."},
		en:       Text{What: "This number is too short: %[1]d digits only.", Why: "A mobile number has 10 to 13 digits. An office's number has an area code and 5 to 8 digits.", Mend: "Compare it with its source: a digit is missing."},
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
		id:       Text{What: "%[1]q bukan nomor pendek.", Why: "Nomor pendek berisi 3 sampai 8 angka tanpa tanda +, atau sampai 11 angka kalau dimulai dengan 0800 atau 1.", Mend: "Tulis angkanya saja, atau ganti jenisnya."},
		en:       Text{What: "%[1]q is no short number.", Why: "A short number holds 3 to 8 digits and no +, or up to 11 where it begins with 0800 or 1.", Mend: "Write its digits only, or change its kind."},
	},
	PhonePrivate: {
		severity: Error,
		id:       Text{What: "Nomor pribadi %[1]s belum punya tanggal izin.", Why: "Nomor pribadi hanya boleh terbit kalau pemiliknya setuju (UU 27/2022).", Mend: "Minta izin tertulis, lalu tulis tanggalnya: izin: 2026-09-14. Kalau tidak ada izin, hapus nomornya."},
		en:       Text{What: "The private number of %[1]s has no date of consent.", Why: "A private number may be published only when its owner agrees (UU 27/2022).", Mend: "Ask for written consent and enter its date: izin: 2026-09-14. Without consent delete the number."},
	},
	PhoneNeedsKind: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s hanya bisa dibaca sebagai nomor pendek.", Why: "Nomor pendek seperti 110 hanya bisa ditelepon, dan hanya dari negaranya sendiri.", Mend: "Di content/kontak.yaml, tulis jenis: pendek. Nomor kantor desa ditulis lengkap dengan kode daerah. Periksa juga apakah ada angka yang hilang."},
		en:       Text{What: "The number %[1]s can be read as a short number only.", Why: "A short number like 110 can only be called, and only inside its own country.", Mend: "In content/kontak.yaml write jenis: pendek. A village office's number is written with its area code. See also whether a digit is missing."},
	},
	PhoneNone: {
		severity: Error,
		id:       Text{What: "%[1]q bukan nomor.", Why: "Nomor yang tidak diketahui tidak ditulis. Halaman sendiri yang mengatakan bahwa nomornya belum ada.", Mend: "Hapus kunci ini beserta isinya."},
		en:       Text{What: "%[1]q is no number.", Why: "A number that is not known is left out. The page says by itself that there is none.", Mend: "Delete this key and its value."},
	},
	PhoneWithoutPrefix: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s tidak dimulai dengan + atau 0.", Why: "Tanpa itu, nomor ini bisa milik orang lain. Nomor tidak pernah ditebak.", Mend: "Tanyakan, lalu tulis lengkap: %[2]s?"},
		en:       Text{What: "The number %[1]s begins with neither + nor 0.", Why: "Without it the number may be somebody else's. Numbers are never guessed.", Mend: "Ask, then write it in full: %[2]s?"},
	},
	PhoneWithoutArea: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s tidak punya kode daerah.", Why: "Dari HP, nomor kantor hanya tersambung dengan kode daerah.", Mend: "Tambahkan kode daerah di depannya. Contoh untuk Jember: (0331) %[1]s"},
		en:       Text{What: "The number %[1]s has no area code.", Why: "A mobile phone reaches an office's number only with its area code.", Mend: "Add the area code in front. Example for Jember: (0331) %[1]s"},
	},
	PhoneExtension: {
		severity: Error,
		id:       Text{What: "Ada nomor sambungan (pesawat) di dalam nomor: %[1]s.", Why: "HP akan menelepon semua angka itu sekaligus.", Mend: "Tulis nomornya saja. Sambungannya ditulis dengan kata di kunci ket (kontak.yaml) atau peran (desa)."},
		en:       Text{What: "There is an extension in the number: %[1]s.", Why: "A phone would dial all of these digits at once.", Mend: "Write the number alone. The extension goes in words under the key ket (kontak.yaml) or peran (village)."},
	},
	PhoneSheet: {
		severity: Error,
		id:       Text{What: "Excel merusak nomor ini: %[1]s.", Why: "Program tabel mengubah nomor menjadi bilangan. Angka di depan atau di belakang bisa hilang.", Mend: "Ambil nomor aslinya dari pengirim. Di tabel, jadikan kolomnya Teks sebelum diisi."},
		en:       Text{What: "A spreadsheet has damaged this number: %[1]s.", Why: "It turned the number into a quantity. Digits in front or at the end may be lost.", Mend: "Get the original from its sender. In the sheet, make the column Text before you fill it."},
	},
	PhoneLabel: {
		severity: Error,
		id:       Text{What: "Ada kata %[1]q di samping nomor.", Why: "Di sini hanya boleh ada nomor.", Mend: "Hapus kata itu. Nomor WhatsApp ditulis pada kunci wa, nomor telepon pada kunci telepon."},
		en:       Text{What: "There is a word %[1]q beside the number.", Why: "Only the number may stand here.", Mend: "Delete the word. A WhatsApp number goes under the key wa, a phone number under telepon."},
	},
	PhoneName: {
		severity: Error,
		id:       Text{What: "Ada kata %[1]q di samping nomor.", Why: "Di sini hanya boleh ada nomor. Nama orang tidak diterbitkan.", Mend: "Hapus kata itu. Kalau itu tugasnya, tulis di kunci peran, contoh: peran: Petugas Desbumi"},
		en:       Text{What: "There are words %[1]q beside the number.", Why: "Only the number may stand here. Names of persons are not published.", Mend: "Delete them. If they are a role, write it under the key peran, for example: peran: Petugas Desbumi"},
	},
	PhoneQuoted: {
		severity: Error,
		id:       Text{What: "Ada tanda kutip %[1]s pada nomor.", Why: "Tanda kutip miring dari Word atau tanda ' dari Excel ikut menjadi bagian nomor.", Mend: "Hapus tanda itu, atau tulis nomornya di antara dua tanda kutip lurus: \"0812-3456-7890\""},
		en:       Text{What: "There is a quotation mark %[1]s on the number.", Why: "Curly quotes of Word, or the ' of Excel, become part of the number.", Mend: "Delete the mark, or write the number between two straight quotes: \"0812-3456-7890\""},
	},
	PhoneLink: {
		severity: Error,
		id:       Text{What: "Ini tautan, bukan nomor: %[1]s.", Why: "Tautannya dibuat sendiri dari nomor.", Mend: "Tulis nomornya saja."},
		en:       Text{What: "This is a link and no number: %[1]s.", Why: "The link is made of the number by itself.", Mend: "Write the number alone."},
	},
	PhoneKindDiffers: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s tidak cocok dengan jenisnya: %[2]s.", Why: "pendek: nomor layanan seperti 110. tetap: nomor kantor. biasa: nomor HP. wa: nomor yang punya WhatsApp.", Mend: "Perbaiki jenisnya, atau nomornya."},
		en:       Text{What: "The number %[1]s does not fit its kind: %[2]s.", Why: "pendek: a service like 110. tetap: a fixed line. biasa: a mobile number. wa: a number on WhatsApp.", Mend: "Mend the kind, or the number."},
	},
	PhoneExample: {
		severity: Error,
		id:       Text{What: "%[1]s adalah nomor contoh dari panduan.", Why: "Nomor itu mungkin milik orang lain.", Mend: "Ganti dengan nomor yang benar, atau hapus kuncinya."},
		en:       Text{What: "%[1]s is the example number of the guide.", Why: "It may belong to somebody.", Mend: "Replace it by the right number, or delete the key."},
	},
	PhoneAskPrivate: {
		severity: Warning,
		id:       Text{What: "Belum dijawab apakah nomor HP %[1]s milik kantor atau milik pribadi.", Why: "Nomor pribadi hanya boleh terbit dengan izin pemiliknya. Nomor ini tampil sampai Anda menjawab.", Mend: "Tulis pribadi: tidak kalau HP itu milik kantor. Kalau milik orang, tulis pribadi: ya dan tanggal izin: 2026-09-14"},
		en:       Text{What: "Nobody said whether the mobile number of %[1]s is the office's or a person's own.", Why: "A private number may be published only with its owner's consent. The number is shown until you answer.", Mend: "Write pribadi: tidak if the phone is the office's. If it is a person's, write pribadi: ya and the date of consent: izin: 2026-09-14"},
	},
	PhoneShared: {
		severity: Warning,
		id:       Text{What: "Nomor %[1]s juga tertulis di %[2]s.", Why: "Salah satu mungkin salah salin. Pembaca bisa menelepon kantor yang keliru.", Mend: "Cocokkan keduanya dengan sumbernya."},
		en:       Text{What: "The number %[1]s stands in %[2]s, too.", Why: "One of them may have been copied by mistake. Readers might call the wrong office.", Mend: "Compare both with their sources."},
	},
	PhoneTwice: {
		severity: Warning,
		id:       Text{What: "Nomor %[1]s sudah ada di baris %[2]d.", Why: "Nomor yang sama dengan jenis yang sama hanya tampil satu kali.", Mend: "Hapus salah satu, atau perbaiki nomornya kalau salah salin."},
		en:       Text{What: "The number %[1]s stands in line %[2]d already.", Why: "One number of one kind is shown once.", Mend: "Delete one of them, or correct the number if it was copied wrongly."},
	},
	PhoneChatFixed: {
		severity: Warning,
		id:       Text{What: "Nomor WhatsApp %[1]s adalah nomor telepon rumah atau kantor.", Why: "WhatsApp jarang ada di nomor seperti itu. Pesan pembaca bisa tidak sampai.", Mend: "Tanyakan lagi. Kalau hanya bisa ditelepon, pindahkan ke kunci telepon."},
		en:       Text{What: "The WhatsApp number %[1]s is a fixed line.", Why: "WhatsApp is rarely there. Messages of readers may get lost.", Mend: "Ask again. If it takes calls only, move it to the key telepon."},
	},
}
