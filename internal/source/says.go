package source

// Message is what the tool says beside diagnostics, in both languages: formats for the
// same arguments.
type Message struct{ ID, EN string }

// In gives the text in a language.
func (m Message) In(lang Lang) string {
	if lang == English {
		return m.EN
	}
	return m.ID
}

// The messages of the command line and of the preview.
var (
	SayCopyWithRemarks = Message{
		"\nSalinan dengan catatan: %s. Isi kolom Jawaban, lalu: suluh import %s",
		"\nA copy with remarks: %s. Fill in the columns Jawaban, then: suluh import %s",
	}
	SayAPosterNeedsTheSite = Message{
		"poster perlu alamat situs untuk kode QR. Isi alamat: di content/situs.yaml, atau pakai --base https://…",
		"a poster needs the site's address for its QR code. Fill in alamat: in content/situs.yaml, or use --base https://…",
	}
	SayOldXLS = Message{
		"berkas .xls lama tidak bisa dibaca. Buka di Excel, lalu simpan sebagai .xlsx atau CSV.",
		"an old .xls cannot be read. Open it in Excel and save it as .xlsx or CSV.",
	}
	SayAnotherProgramUsesTheAddress = Message{
		"alamat %s sedang dipakai program lain, mungkin suluh serve yang masih jalan. Hentikan program itu, atau pilih alamat lain: suluh serve --addr 127.0.0.1:1314",
		"another program uses the address %s, maybe a suluh serve that still runs. Stop it, or choose another: suluh serve --addr 127.0.0.1:1314",
	}
	SayBaseIncomplete = Message{
		"--base %q bukan alamat web yang lengkap, contoh: https://contoh.go.id%s",
		"--base %q is no complete web address, such as https://example.org%s",
	}
	SayWeightsHead = Message{
		"  byte  sasaran  batas  isi   gaya  menu  paket  halaman",
		" bytes   target  limit  text  style  menu  packets  page",
	}
	SayChanged = Message{
		"berubah: %s",
		"changed: %s",
	}
	SaySummary = Message{
		"%d halaman, %d desa, %d kesalahan, %d peringatan",
		"%d pages, %d villages, %d errors, %d warnings",
	}
	SaySeveralVillages = Message{
		"ada %d desa bernama %q. Pilih kodenya: %s",
		"%d villages are called %q. Choose a code: %s",
	}
	SayWouldChange = Message{
		"\n%d desa akan berubah. %d pertanyaan, %d ditolak. Belum ada yang ditulis. Tulis dengan --write.",
		"\n%d villages would change. %d questions, %d refused. Nothing is written yet. Write with --write.",
	}
	SayDateIsWrittenYearMonth = Message{
		"--date ditulis tahun-bulan-hari, contoh: 2026-09-14",
		"--date is written year-month-day, such as 2026-09-14",
	}
	SayFormatsOfDue = Message{
		"--format diisi text, csv, ics, atau html",
		"--format is text, csv, ics or html",
	}
	SayFormatsOfCheck = Message{
		"--format diisi text, json, atau sarif",
		"--format is text, json or sarif",
	}
	SayJobsTooFew = Message{
		"--jobs tidak boleh kurang dari 1",
		"--jobs must be at least 1",
	}
	SayKeepOutsideTheSiteFolder = Message{
		"Simpan %s di luar folder situs dan jangan bagikan. Bagikan %s.pub kepada siapa saja yang memeriksa salinan.",
		"Keep %s outside the site's folder and give it to nobody. Give %s.pub to all who verify copies.",
	}
	SayLangs = Message{
		"--lang diisi id atau en",
		"--lang is id or en",
	}
	SayLineHasSeveralNumbersWrite = Message{
		"baris %d: %s punya beberapa nomor. Tulis nomor mana: %s ganti NOMOR LAMA jadi NOMOR BARU",
		"line %d: %s has several numbers. Write which: %s ganti OLD NUMBER jadi NEW NUMBER",
	}
	SayLineUnknown = Message{
		"baris %d: %q tidak ada di daftar. Lihat: suluh due --within semua --telepon",
		"line %d: %q is not in the list. See: suluh due --within semua --telepon",
	}
	SayLineOtherKind = Message{
		"baris %d: %s Nomor lain jenis diganti di content/kontak.yaml.",
		"line %d: %s A number of another kind is changed in content/kontak.yaml.",
	}
	SayLineForm = Message{
		"baris %d: %q. Tulis: KUNCI ya, KUNCI ganti NOMOR, atau KUNCI tidak diangkat",
		"line %d: %q. Write: KEY ya, KEY ganti NUMBER, or KEY tidak diangkat",
	}
	SayMissing = Message{
		"hilang: %s",
		"missing: %s",
	}
	SayNameTheFileSuluhImport = Message{
		"tulis berkasnya: suluh import BERKAS.csv, BERKAS.xlsx, BERKAS.txt, atau - untuk tempelan",
		"name the file: suluh import FILE.csv, FILE.xlsx, FILE.txt, or - for what is pasted",
	}
	SayNameTheVillageSuluhKit = Message{
		"tulis desanya: suluh kit ambulu, atau suluh kit semua",
		"name the village: suluh kit ambulu, or suluh kit semua for all",
	}
	SayNewFile = Message{
		" (berkas baru)",
		" (new file)",
	}
	SayNoRowHasTheHeading = Message{
		"tidak ada baris judul dengan kolom desa, dan tidak ada pesan dengan DESA:. Beri judul kolom: Desa, Kecamatan, Telepon, WA, Jam, Alamat.",
		"no row has the heading of a village, and no message has DESA:. Give the columns headings: Desa, Kecamatan, Telepon, WA, Jam, Alamat.",
	}
	SayNothingChangesRowsReadQuestions = Message{
		"\nTidak ada yang berubah. %d baris dibaca, %d pertanyaan, %d ditolak.",
		"\nNothing changes. %d rows read, %d questions, %d refused.",
	}
	SayNothingHasToBeChecked = Message{
		"Tidak ada yang harus diperiksa sampai hari itu.",
		"Nothing has to be checked until that day.",
	}
	SayNothingIsWrittenYetWrite = Message{
		"\nBelum ada yang ditulis. Tulis dengan --write.",
		"\nNothing is written yet. Write with --write.",
	}
	SayNothingIsWrittenYetHere = Message{
		"Belum ada yang ditulis. Tulis dengan --write.",
		"Nothing is written yet. Write with --write.",
	}
	SayNothingWasWritten = Message{
		"\nBelum ada yang ditulis.",
		"\nNothing was written.",
	}
	SayOthersOnThisComputerMay = Message{
		"kunci %s bisa dibaca orang lain di komputer ini. Jalankan: chmod 600 %s",
		"others on this computer may read the key %s. Run: chmod 600 %s",
	}
	SayNoMeaningHere = Message{
		"%q tidak dikenal di sini. Lihat: suluh help",
		"%q has no meaning here. See: suluh help",
	}
	SayRow = Message{
		"baris",
		"row",
	}
	SayFilesAsSigned = Message{
		"%s: %d berkas, semua seperti yang diterbitkan",
		"%s: %d files, all as they were published",
	}
	SayPublished = Message{
		"%s: %d berkas, %d berubah, %d dihapus",
		"%s: %d files, %d changed, %d removed",
	}
	SayIsThereAlready = Message{
		"%s sudah ada dan tidak diubah. Pilih nama lain.",
		"%s is there already and was left alone. Choose another name.",
	}
	SayNotSigned = Message{
		"%s: tidak bertanda tangan, jadi tidak terbukti dari penerbitnya. Terbitkan lagi dengan: suluh build --sign KUNCI",
		"%s: it is not signed, so nothing shows that it is of its publisher. Publish again with: suluh build --sign KEY",
	}
	SayItemsGotIDs = Message{
		"%s: %d butir diberi tanda tetap",
		"%s: %d items were given an id",
	}
	SayWrongSignature = Message{
		"%s: tanda tangannya bukan dari kunci %s, atau daftar berkasnya diubah. Jangan percaya salinan ini. Ambil lagi dari penerbitnya.",
		"%s: its signature is not of the key %s, or its list of files was changed. Do not trust this copy. Fetch it again from its publisher.",
	}
	SayLines = Message{
		"%s: %d baris",
		"%s: %d lines",
	}
	SayFilesDiffer = Message{
		"%s: %d dari %d berkas tidak seperti yang diterbitkan. Jalankan suluh build, lalu unggah lagi seluruh folder.",
		"%s: %d of %d files are not as they were published. Run suluh build, then upload the whole folder again.",
	}
	SayServing = Message{
		"%s\nBuka alamat itu di peramban. Halaman berubah sendiri saat Anda menyimpan. Berhenti: Ctrl+C",
		"%s\nOpen that address in a browser. Pages follow when you save. Stop: Ctrl+C",
	}
	SayOtherFiles = Message{
		"%s: %d berkas lain, yang tidak dibuat suluh, tetap ada di situ",
		"%s: %d other files, which suluh did not make, stay there",
	}
	SayPosterAndCards = Message{
		"%s: 1 poster, %d kartu",
		"%s: 1 poster, %d cards",
	}
	SayListBroken = Message{
		"%s: daftar berkas .suluh tidak ada atau rusak, jadi tidak bisa diperiksa. Unggah juga berkas .suluh, atau buat lagi dengan suluh build.",
		"%s: the list of files .suluh is missing or damaged, so nothing can be verified. Upload .suluh, too, or build anew with suluh build.",
	}
	SayNumberStill = Message{
		"%s:%d: nomor ini masih ditulis di sini. Hapus dengan tangan.",
		"%s:%d: the number is still written here. Delete it by hand.",
	}
	SayVillages = Message{
		"%s: %d desa",
		"%s: %d villages",
	}
	SayConflict = Message{
		"%s baru saja diubah orang atau program lain. Tidak ada yang ditulis. Ulangi perintah ini.",
		"%s was changed by somebody else just now. Nothing was written. Run the command again.",
	}
	SaySayWhatToVerifySuluh = Message{
		"sebut yang diperiksa: suluh verify public, atau berkas.zip, atau https://alamat-situs/",
		"say what to verify: suluh verify public, or file.zip, or https://the-site/",
	}
	SayAllPosters = Message{
		"semua.pdf: %d poster, %d kartu",
		"semua.pdf: %d posters, %d cards",
	}
	SaySwIsOnOrOff = Message{
		"--sw diisi on atau off",
		"--sw is on or off",
	}
	SayCompressKnows = Message{
		"--compress diisi best, fast atau none, bukan %q",
		"--compress is best, fast or none, not %q",
	}
	SayTakenOutOfTheVillages = Message{
		"Sudah dihapus dari berkas desa. Jalankan suluh build dan terbitkan hari ini: salinan di HP pembaca ikut berubah saat mereka daring.",
		"Taken out of the villages' files. Run suluh build and publish today: the copies on readers' phones change as soon as they are online.",
	}
	SayTheKeyLiesInThe = Message{
		"kunci %s ada di folder %s, jadi bisa ikut terbit. Pindahkan keluar dari folder situs.",
		"the key %s lies in the folder %s and might be published. Move it out of the site.",
	}
	SayTheNewSiteIsNot = Message{
		"situs baru tidak terbit.",
		"the new site is not published.",
	}
	SayTheOptionLacksItsValue = Message{
		"pilihan --%s belum diisi. Lihat: suluh help",
		"the option --%s lacks its value. See: suluh help",
	}
	SayThePosterOfWasPrinted = Message{
		"Poster Desa %s pernah dicetak. Turunkan, lalu cetak lagi: suluh kit %s",
		"The poster of %s was printed. Take it down, and print it again: suluh kit %s",
	}
	SayTheSignatureIsOfThe = Message{
		"Tanda tangannya dari kunci %s",
		"The signature is of the key %s",
	}
	SayTheSiteDoesNotHold = Message{
		"Nomor ini tidak ada di situs.",
		"The site does not hold this number.",
	}
	SayTheSiteHasErrorsRun = Message{
		"isi situs masih salah. Jalankan suluh check dulu, supaya yang dicetak benar.",
		"the site has errors. Run suluh check first, so that what is printed is right.",
	}
	SayTheValueOfAnOption = Message{
		"isi pilihan tidak bisa dibaca (%s). Lihat: suluh help",
		"the value of an option cannot be read (%s). See: suluh help",
	}
	SayThereIsNoCode = Message{
		"kode %s tidak ada%s",
		"there is no code %s%s",
	}
	SayThereIsNoCommand = Message{
		"perintah %q tidak ada%s",
		"there is no command %q%s",
	}
	SayThereIsNoFolderSee = Message{
		"folder situs %s tidak ada. Periksa ejaan --source, atau jalankan perintah di dalam folder situs",
		"there is no folder %s. See how --source is spelt, or run the command inside the folder of the site",
	}
	SayThereIsNoOptionSee = Message{
		"pilihan --%s tidak ada%s Lihat: suluh help",
		"there is no option --%s%s See: suluh help",
	}
	SayThereIsNoVillageWrite = Message{
		"desa %q tidak ada%s Tulis nama atau kode desa",
		"there is no village %q%s Write its name or code",
	}
	SayThisCopyIsSignedTo = Message{
		"Salinan ini bertanda tangan. Untuk memeriksa siapa penerbitnya: suluh verify --key KUNCI.pub",
		"This copy is signed. To see by whom: suluh verify --key KEY.pub",
	}
	SayThisFileIsBrokenHas = Message{
		"berkas ini rusak, berkata sandi, atau bukan lembar Excel. Simpan lagi sebagai .xlsx atau CSV.",
		"this file is broken, has a password, or is no workbook of Excel. Save it again as .xlsx or CSV.",
	}
	SayThisFileIsTooLarge = Message{
		"berkas ini terlalu besar. Paling banyak %d byte, %d baris, dan %d kolom. Pecah menjadi beberapa berkas.",
		"this file is too large. At most %d bytes, %d rows and %d columns. Split it into several files.",
	}
	SayTroubleWithTheComputerOr = Message{
		"gangguan pada komputer atau jaringan: %v",
		"trouble with the computer or the network: %v",
	}
	SayVillagesWilayahTsvIsMissing = Message{
		"villages/wilayah.tsv belum ada. Tanpa daftar desa, nama tidak bisa dicocokkan.",
		"villages/wilayah.tsv is missing. Names cannot be matched without the list of villages.",
	}
	SayWhatWasPrintedIsNoted = Message{
		"Alamat yang dicetak dicatat di %s.",
		"What was printed is noted in %s.",
	}
	SayWithinIsLengthOfTime = Message{
		"--within diisi lama waktu, contoh: \"30 hari\", \"6 bulan\", atau semua",
		"--within is a length of time, such as \"30 hari\", \"6 bulan\", or semua",
	}
	SayWithoutKnowsNoThereAre = Message{
		"--without tidak mengenal %q. Yang ada: poster, vcf, sitemap, cari, tautan",
		"--without knows no %q. There are: poster, vcf, sitemap, cari, tautan",
	}
	SayReadingHead = Message{
		"  kata  kata/kalimat  terpanjang  LIX  halaman",
		" words  words/sentence  longest  LIX  page",
	}
	SayWriteItsNameTooFor = Message{
		"tulis juga namanya, contoh: suluh new panduan \"Kirim uang\"",
		"write its name, too, for example: suluh new panduan \"Kirim uang\"",
	}
	SayWriteSuluhExport = Message{
		"tulis: suluh export %s%s",
		"write: suluh export %s%s",
	}
	SayWriteSuluhNewName = Message{
		"tulis: suluh new %s NAMA%s",
		"write: suluh new %s NAME%s",
	}
	SayWriteTheNumberSuluhWithdraw = Message{
		"tulis nomornya: suluh withdraw \"0812-3456-7890\"",
		"write the number: suluh withdraw \"0812-3456-7890\"",
	}
	SayWritten = Message{
		"Sudah ditulis.",
		"Written.",
	}
	SayWrittenVillagesSeeWithSuluh = Message{
		"Sudah ditulis: %d desa. Periksa dengan: suluh check",
		"Written: %d villages. See with: suluh check",
	}
	SayDidYouMean = Message{
		" Mungkin maksud Anda: %s",
		" Did you mean: %s",
	}
	SayQuestions = Message{
		"Pertanyaan. Belum ditulis sebelum dijawab:",
		"Questions. Nothing of them is written before an answer:",
	}
	SayNotTaken = Message{
		"Tidak dimasukkan:",
		"Not taken:",
	}
	SayNotes = Message{
		"Catatan:",
		"Notes:",
	}
	SayYes = Message{
		"Ya: %s",
		"Yes: %s",
	}
	SayNoPrivateKey = Message{
		"%s bukan kunci rahasia. Buat dengan: suluh new kunci BERKAS",
		"%s is no private key. Make one with: suluh new kunci FILE",
	}
	SayNoPublicKey = Message{
		"%s bukan kunci umum. Pakai berkas yang namanya berakhir .pub",
		"%s is no public key. Use the file whose name ends in .pub",
	}
	SayDeskOpen = Message{
		"Meja kerja: %s\nAlamat ini hanya untuk Anda, di komputer ini. Biarkan jendela ini terbuka. Untuk berhenti: Ctrl+C, atau tutup jendela ini.",
		"The desk: %s\nThis address is for you alone, on this computer. Leave this window open. To stop: Ctrl+C, or close this window.",
	}
	SayBeginHere = Message{
		"Folder ini kosong. Situs baru untuk kabupaten atau kota mana? Tulis namanya, contoh: Banyuwangi. Untuk situs tanpa isi, tulis: tanpa. Lalu tekan Enter. Kalau bukan situs, tekan Enter saja.",
		"This folder is empty. A new site for which regency or town? Type its name, for example Banyuwangi; for a site without any, type: none. Then press Enter. If you want no site, only press Enter.",
	}
	SayRegencyOfSite = Message{
		"--kabupaten hanya untuk situs baru: suluh new situs FOLDER --kabupaten 35.10",
		"--kabupaten is for a new site alone: suluh new situs FOLDER --kabupaten 35.10",
	}
	SayNoRegency = Message{
		"tidak ada kabupaten atau kota %q%s Tulis kodenya, contoh: 35.10, atau namanya, contoh: Banyuwangi",
		"there is no regency or town %q%s Write its code, such as 35.10, or its name, such as Banyuwangi",
	}
	SaySeveralRegencies = Message{
		"ada beberapa yang bernama %q. Tulis salah satu: %s",
		"several are called %q. Write one of them: %s",
	}
	SayReading    = Message{"membaca desa: %d/%d, %d per detik", "reading villages: %d/%d, %d a second"}
	SayPublishing = Message{"membuat halaman: %d/%d, %d per detik", "making pages: %d/%d, %d a second"}
	SayTimeLeft   = Message{", sisa %d detik", ", %d s left"}

	SayPagesHeld    = Message{"halaman yang salah tetap seperti semula sampai ini diperbaiki", "pages with errors stay as they were until this is mended"}
	SayPageWarnings = Message{"peringatan untuk halaman ini", "warnings of this page"}
	SayMendAtDesk   = Message{"Perbaiki di meja kerja", "Mend it at the desk"}

	SayCauseNotOurs = Message{
		"folder hasil berisi berkas yang tidak dibuat suluh, jadi tidak disentuh. Pilih folder lain dengan --output, atau kosongkan folder itu.",
		"the folder for the site holds files that suluh did not make, so it is left alone. Choose another one with --output, or empty it.",
	}
	SayCauseSources = Message{
		"hasil tidak boleh bercampur dengan isi. Pilih folder lain dengan --output.",
		"the site may not mix with its sources. Choose another folder with --output.",
	}
	SayCauseLocked = Message{
		"situs ini sedang dibuat oleh perintah lain. Tunggu sampai selesai.",
		"another build is writing this site. Wait until it is done.",
	}
	SayCauseInTheWay = Message{
		"ada berkas yang tidak dibuat suluh di tempat yang diperlukan situs. Pindahkan berkas itu.",
		"a file that suluh did not make stands where the site needs its place. Move it.",
	}
	SayCauseOutside = Message{
		"folder atau berkas ini hanya tautan ke luar folder situs. Salin isinya ke dalam folder, atau pakai --links kalau memang disengaja.",
		"this folder or file is only a link out of the site's folder. Copy what it leads to into the folder, or use --links if it is meant so.",
	}
	SayCauseENOSPC = Message{
		"disk penuh. Hapus berkas yang tidak dipakai, lalu ulangi.",
		"the disk is full. Delete files that are not needed, then try again.",
	}
	SayCauseEROFS = Message{
		"disk ini hanya bisa dibaca. Pakai folder di disk lain.",
		"this disk can only be read. Use a folder on another one.",
	}
	SayCauseEMFILE = Message{
		"terlalu banyak berkas terbuka. Tutup program lain, atau naikkan batasnya (ulimit -n).",
		"too many files are open. Close other programs, or raise the limit (ulimit -n).",
	}
	SayCauseEPIPE = Message{
		"yang membaca hasilnya sudah berhenti.",
		"nobody reads the result any more.",
	}
	SayCausePermission = Message{
		"tidak diizinkan. Periksa pemilik dan izin folder itu, dan tutup program yang sedang membukanya.",
		"not permitted. See who owns the folder and may write it, and close programs that hold it open.",
	}
	SayCauseNotExist = Message{
		"tidak ditemukan. Periksa ejaannya, atau jalankan perintah di dalam folder situs.",
		"not found. See how it is spelt, or run the command inside the folder of the site.",
	}
	SayCauseExist = Message{
		"sudah ada. Pilih nama lain.",
		"it is there already. Choose another name.",
	}
	SayCauseENOTDIR = Message{
		"ada berkas yang bernama seperti folder yang diperlukan. Ganti namanya.",
		"a file has the name of a folder that is needed. Rename it.",
	}
)
