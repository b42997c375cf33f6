package source

// What is said of a cell of a sheet or of a chat that officials sent.
const (
	ImportNoVillage        Code = "KIRIM01"
	ImportVillageUnknown   Code = "KIRIM02" // name
	ImportVillageDoubled   Code = "KIRIM03" // how many, name, choices
	ImportVillageElsewhere Code = "KIRIM04" // name, where it lies, district written
	ImportNameNear         Code = "KIRIM05" // written, meant
	ImportDistrictUnknown  Code = "KIRIM06" // written, choices
	ImportCodeDiffers      Code = "KIRIM07" // code, its name, name written
	ImportZeroLost         Code = "KIRIM08" // written, readings
	ImportPlusLost         Code = "KIRIM09" // written, readings
	ImportFormatShows      Code = "KIRIM10" // stored, shown
	ImportTwoNumbers       Code = "KIRIM11" // written, the numbers
	ImportFormulaBroken    Code = "KIRIM12" // written
	ImportDateUnreadable   Code = "KIRIM13" // written
	ImportDateOrder        Code = "KIRIM14" // written, meant
	ImportHoursDays        Code = "KIRIM15" // written, hours
	ImportHoursEnd         Code = "KIRIM16" // written
	ImportPointUnreadable  Code = "KIRIM17" // written
	ImportAskPrivate       Code = "KIRIM18" // written
	ImportConsentMissing   Code = "KIRIM19" // written
	ImportConsentNoColumn  Code = "KIRIM20"
	ImportColumnEither     Code = "KIRIM21" // heading
	ImportColumnUnused     Code = "KIRIM22" // heading
	ImportSheetUnused      Code = "KIRIM23" // name
	ImportKept             Code = "KIRIM24" // value
	ImportRowTwice         Code = "KIRIM25" // first row, its value, this value
	ImportNumberInWords    Code = "KIRIM26" // written
	ImportCellLong         Code = "KIRIM27" // bytes, the most
	ImportFileBroken       Code = "KIRIM28" // file
	ImportGuardShare       Code = "KIRIM29" // villages that change, all
	ImportExtra            Code = "KIRIM30" // what stands behind the last column
	ImportDateOlder        Code = "KIRIM31" // the date, that of the file
	ImportSameNumber       Code = "KIRIM32" // written, the number
)

var importMessages = map[Code]entry{
	ImportNoVillage: {
		severity: Warning,
		id:       Text{What: "Baris ini tidak menyebut desa.", Mend: "Isi nama desa dan kecamatannya, atau kode desa."},
		en:       Text{What: "This row names no village.", Mend: "Fill in the village and its district, or the code."},
	},
	ImportVillageUnknown: {
		severity: Warning,
		id:       Text{What: "Tidak ada desa %q di kabupaten ini.", Mend: "Periksa ejaannya, atau tulis kode desa."},
		en:       Text{What: "There is no village %q in this regency.", Mend: "See how it is spelt, or write the code."},
	},
	ImportVillageDoubled: {
		severity: Warning,
		id:       Text{What: "Ada %d desa bernama %q: %s.", Mend: "Isi kecamatan atau kode desa."},
		en:       Text{What: "%d villages are called %q: %s.", Mend: "Fill in the district or the code."},
	},
	ImportVillageElsewhere: {
		severity: Warning,
		id:       Text{What: "Desa %[1]q ada di %[2]s, bukan di Kecamatan %[3]s.", Mend: "Periksa nama desa dan kecamatannya."},
		en:       Text{What: "The village %[1]q is %[2]s, not in the district %[3]s.", Mend: "See to the names of the village and of the district."},
	},
	ImportNameNear: {
		severity: Warning,
		id:       Text{What: "%q tidak ada di kabupaten ini. Maksudnya %q?", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "%q is not in this regency. Is %q meant?", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportDistrictUnknown: {
		severity: Warning,
		id:       Text{What: "%q bukan kecamatan di kabupaten ini. Pilihannya: %s.", Mend: "Tulis satu kecamatan, atau kode desa."},
		en:       Text{What: "%q is no district of this regency. The choices are: %s.", Mend: "Write one district, or the code of the village."},
	},
	ImportCodeDiffers: {
		severity: Warning,
		id:       Text{What: "Kode %s adalah %q, tetapi barisnya menyebut %q.", Mend: "Betulkan kode atau nama. Jawaban ya memakai kodenya."},
		en:       Text{What: "The code %s is that of %q, and the row says %q.", Mend: "Correct the code or the name. Yes takes the code."},
	},
	ImportZeroLost: {
		severity: Warning,
		id:       Text{What: "%q tidak diawali 0. Nolnya hilang? Maksudnya %s?", Why: "Spreadsheet menghapus nol di depan. Angkanya tidak ditebak.", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "%q does not begin with 0. Was the zero lost? Is %s meant?", Why: "Spreadsheets drop zeros in front. No digit is guessed.", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportPlusLost: {
		severity: Warning,
		id:       Text{What: "%q tidak diawali + atau 0. Nomor luar negeri? Maksudnya %s?", Why: "Tanpa + nomor itu bisa jatuh ke orang lain.", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "%q begins with neither + nor 0. Is it a number abroad, %s?", Why: "Without the plus the number may be somebody else's.", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportFormatShows: {
		severity: Warning,
		id:       Text{What: "Di sel ini tersimpan %s. Bentuk selnya menunjukkan %s. Nomornya itu?", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "The cell holds %s, and its format shows %s. Is that the number?", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportTwoNumbers: {
		severity: Warning,
		id:       Text{What: "Ada beberapa nomor dalam satu sel: %q. Dipisah menjadi %s?", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "One cell holds several numbers: %q. Shall they be parted into %s?", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportSameNumber: {
		severity: Warning,
		id:       Text{What: "Di sel ini tertulis %q. Nomor telepon %s juga dipakai untuk WhatsApp?", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "The cell says %q. Is the phone number %s on WhatsApp, too?", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportFormulaBroken: {
		severity: Warning,
		id:       Text{What: "Rumus di sel ini rusak (%s). Isinya dianggap belum diketahui.", Mend: "Betulkan rumusnya di lembar asal."},
		en:       Text{What: "The formula in this cell is broken (%s). Its value counts as unknown.", Mend: "Mend the formula in the sheet."},
	},
	ImportDateUnreadable: {
		severity: Warning,
		id:       Text{What: "%q bukan tanggal yang ada.", Mend: "Tulis tanggal lengkap, contoh 14 September 2026."},
		en:       Text{What: "%q is no day of the calendar.", Mend: "Write the whole date, for example 14 September 2026."},
	},
	ImportDateOrder: {
		severity: Warning,
		id:       Text{What: "%q bisa dibaca dengan dua cara. Maksudnya %s?", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "%q can be read in two ways. Is %s meant?", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportHoursDays: {
		severity: Warning,
		id:       Text{What: "%q tidak menyebut hari. Hari apa saja buka %s?", Why: "Ada kantor yang buka lima hari, ada yang enam.", Mend: "Jawab ya kalau benar, atau tulis isinya."},
		en:       Text{What: "%q names no days. On which days is it open %s?", Why: "Some offices are open on five days, some on six.", Mend: "Answer ya if it is so, or write the value."},
	},
	ImportHoursEnd: {
		severity: Warning,
		id:       Text{What: "%q tidak menyebut jam tutup.", Mend: "Tanyakan jam tutupnya, contoh 08.00-14.00."},
		en:       Text{What: "%q gives no closing time.", Mend: "Ask for it, for example 08.00-14.00."},
	},
	ImportPointUnreadable: {
		severity: Warning,
		id:       Text{What: "%q bukan titik peta.", Mend: "Tulis lintang dan bujur, contoh -8.3451 dan 113.6062."},
		en:       Text{What: "%q is no point of a map.", Mend: "Write latitude and longitude, for example -8.3451 and 113.6062."},
	},
	ImportAskPrivate: {
		severity: Warning,
		id:       Text{What: "Nomor ini milik kantor atau milik orang?", Why: "Nomor orang hanya tampil kalau pemiliknya setuju secara tertulis. Kosong bukan berarti tidak.", Mend: "Jawab tidak kalau milik kantor, atau ya kalau milik orang. Untuk milik orang, isi juga tanggal izinnya."},
		en:       Text{What: "Is this the number of the office or of a person?", Why: "A person's number is shown only after written consent. Empty does not mean no.", Mend: "Answer tidak (the office's) or ya (a person's). For a person's, fill in the date of the consent, too."},
	},
	ImportConsentMissing: {
		severity: Warning,
		id:       Text{What: "Nomor pribadi ini belum punya tanggal izin tertulis, jadi tidak dimasukkan.", Mend: "Minta izin tertulis dari pemiliknya, lalu tulis tanggalnya."},
		en:       Text{What: "This private number has no date of written consent, so it stays out.", Mend: "Ask its owner for written consent and write the date."},
	},
	ImportConsentNoColumn: {
		severity: Warning,
		id:       Text{What: "Nomor pribadi perlu tanggal izin tertulis, dan lembar ini tidak punya kolomnya. Nomor tidak dimasukkan.", Mend: "Tambahkan kolom Tanggal Izin."},
		en:       Text{What: "A private number needs the date of written consent, and this sheet has no column for it. The number stays out.", Mend: "Add a column Tanggal Izin."},
	},
	ImportColumnEither: {
		severity: Warning,
		id:       Text{What: "Kolom %q berisi nomor telepon, WhatsApp, atau keduanya?", Mend: "Jawab wa, telepon, atau keduanya. Jawaban ini berlaku untuk seluruh kolom."},
		en:       Text{What: "Does the column %q hold numbers to call, for WhatsApp, or for both?", Mend: "Answer wa, telepon or keduanya. The answer is for the whole column."},
	},
	ImportColumnUnused: {
		severity: Warning,
		id:       Text{What: "Kolom %q tidak dipakai.", Mend: "Kalau kolom ini penting, beri judul yang dikenal: Desa, Telepon, WA, Jam, Alamat."},
		en:       Text{What: "The column %q is not used.", Mend: "If it matters, give it a heading that is known: Desa, Telepon, WA, Jam, Alamat."},
	},
	ImportSheetUnused: {
		severity: Warning,
		id:       Text{What: "Lembar %q di berkas ini tidak dipakai.", Mend: "Kalau lembar ini penting, simpan sebagai berkas sendiri."},
		en:       Text{What: "The sheet %q of this workbook is not used.", Mend: "If it matters, save it as a file of its own."},
	},
	ImportKept: {
		severity: Warning,
		id:       Text{What: "Sel ini kosong. Isi yang sudah ada (%s) tetap.", Mend: "Untuk menghapusnya, pakai --force."},
		en:       Text{What: "This cell says nothing. What is there (%s) stays.", Mend: "Use --force to take it away."},
	},
	ImportDateOlder: {
		severity: Warning,
		id:       Text{What: "Data ini dari %[1]s, tetapi data desa ini sudah diperiksa pada %[2]s. Tanggal yang ada tetap.", Why: "Lembar lama bisa mengganti nomor yang lebih baru.", Mend: "Lihat lagi apa yang diganti. Untuk tetap memakai tanggal lama, pakai --force."},
		en:       Text{What: "These data are of %[1]s, but those of the village were checked on %[2]s. The date there stays.", Why: "An old sheet may replace a number that is newer.", Mend: "Look again at what is replaced. Use --force to take the old date all the same."},
	},
	ImportRowTwice: {
		severity: Warning,
		id:       Text{What: "Desa ini sudah ada di baris %d, isinya lain: %q dan %q. Keduanya tidak dimasukkan.", Mend: "Hapus yang salah."},
		en:       Text{What: "Row %d is about the same village and says otherwise: %q and %q. Neither is taken.", Mend: "Take away the wrong one."},
	},
	ImportNumberInWords: {
		severity: Warning,
		id:       Text{What: "Ada nomor di dalam teks: %q.", Why: "Nomor di teks tidak diperiksa, tidak bisa ditarik, dan bisa milik pribadi.", Mend: "Pindahkan nomor ke kolom telepon atau WA."},
		en:       Text{What: "A number stands among words: %q.", Why: "It cannot be checked or withdrawn there, and may be somebody's own.", Mend: "Move the number to the column of telephone or WA."},
	},
	ImportCellLong: {
		severity: Warning,
		id:       Text{What: "Isi sel ini %d byte, paling banyak %d.", Mend: "Singkat isinya."},
		en:       Text{What: "This cell holds %d bytes, at most %d.", Mend: "Shorten it."},
	},
	ImportFileBroken: {
		severity: Warning,
		id:       Text{What: "Berkas %s tidak bisa dibaca, jadi tidak diubah.", Mend: "Jalankan suluh check, lalu betulkan berkas itu."},
		en:       Text{What: "The file %s cannot be read, so it is left alone.", Mend: "Run suluh check and mend the file."},
	},
	ImportExtra: {
		severity: Warning,
		id:       Text{What: "Baris ini punya isi di belakang kolom terakhir: %q.", Why: "Mungkin tanda pemisah ada di dalam satu sel, sehingga isi di belakangnya bergeser. Baris ini tidak dimasukkan.", Mend: "Beri tanda kutip pada sel itu, atau kirim sebagai .xlsx."},
		en:       Text{What: "This row holds something behind the last column: %q.", Why: "A separator may stand inside a cell and have moved what comes after it. The row is not taken.", Mend: "Put quotation marks around that cell, or send it as .xlsx."},
	},
	ImportGuardShare: {
		severity: Warning,
		id:       Text{What: "Lembar ini mengganti data yang sudah ada di %d dari %d desa.", Why: "Mungkin kolomnya tertukar, atau lembarnya lama.", Mend: "Periksa perubahannya satu per satu. Kalau memang benar, ulangi dengan --force."},
		en:       Text{What: "This sheet replaces what %d of %d villages have today.", Why: "Columns may have been exchanged, or the sheet is an old one.", Mend: "Look through the changes. If they are right, repeat with --force."},
	},
}
