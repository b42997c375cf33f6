package main

// message is what the command says, in both languages: formats for the same arguments.
type message struct{ id, en string }

// The messages of the command. What is wrong with files stands in the catalogue of
// package source.
var (
	sayCopyWithRemarks = message{
		"\nSalinan dengan catatan: %s. Isi kolom Jawaban, lalu: suluh import %s",
		"\nA copy with remarks: %s. Fill in the columns Jawaban, then: suluh import %s",
	}
	sayAPosterNeedsTheSite = message{
		"poster perlu alamat situs untuk kode QR. Isi alamat: di content/situs.yaml, atau pakai --base https://…",
		"a poster needs the site's address for its QR code. Fill in alamat: in content/situs.yaml, or use --base https://…",
	}
	sayOldXLS = message{
		"berkas .xls lama tidak bisa dibaca. Buka di Excel, lalu simpan sebagai .xlsx atau CSV.",
		"an old .xls cannot be read. Open it in Excel and save it as .xlsx or CSV.",
	}
	sayAnotherProgramUsesTheAddress = message{
		"alamat %s sedang dipakai program lain, mungkin suluh serve yang masih jalan. Hentikan program itu, atau pilih alamat lain: suluh serve --addr 127.0.0.1:1314",
		"another program uses the address %s, maybe a suluh serve that still runs. Stop it, or choose another: suluh serve --addr 127.0.0.1:1314",
	}
	sayBaseIncomplete = message{
		"--base %q bukan alamat web yang lengkap, contoh: https://contoh.go.id%s",
		"--base %q is no complete web address, such as https://example.org%s",
	}
	sayWeightsHead = message{
		"  byte  sasaran  batas  isi   gaya  menu  paket  halaman",
		" bytes   target  limit  text  style  menu  packets  page",
	}
	sayChanged = message{
		"berubah: %s",
		"changed: %s",
	}
	saySummary = message{
		"%d halaman, %d desa, %d kesalahan, %d peringatan",
		"%d pages, %d villages, %d errors, %d warnings",
	}
	saySeveralVillages = message{
		"ada %d desa bernama %q. Pilih kodenya: %s",
		"%d villages are called %q. Choose a code: %s",
	}
	sayWouldChange = message{
		"\n%d desa akan berubah. %d pertanyaan, %d ditolak. Belum ada yang ditulis. Tulis dengan --write.",
		"\n%d villages would change. %d questions, %d refused. Nothing is written yet. Write with --write.",
	}
	sayDateIsWrittenYearMonth = message{
		"--date ditulis tahun-bulan-hari, contoh: 2026-09-14",
		"--date is written year-month-day, such as 2026-09-14",
	}
	sayFormatsOfDue = message{
		"--format diisi text, csv, ics, atau html",
		"--format is text, csv, ics or html",
	}
	sayFormatsOfCheck = message{
		"--format diisi text, json, atau sarif",
		"--format is text, json or sarif",
	}
	sayJobsTooFew = message{
		"--jobs tidak boleh kurang dari 1",
		"--jobs must be at least 1",
	}
	sayKeepOutsideTheSiteFolder = message{
		"Simpan %s di luar folder situs dan jangan bagikan. Bagikan %s.pub kepada siapa saja yang memeriksa salinan.",
		"Keep %s outside the site's folder and give it to nobody. Give %s.pub to all who verify copies.",
	}
	sayLangs = message{
		"--lang diisi id atau en",
		"--lang is id or en",
	}
	sayLineHasSeveralNumbersWrite = message{
		"baris %d: %s punya beberapa nomor. Tulis nomor mana: %s ganti NOMOR LAMA jadi NOMOR BARU",
		"line %d: %s has several numbers. Write which: %s ganti OLD NUMBER jadi NEW NUMBER",
	}
	sayLineUnknown = message{
		"baris %d: %q tidak ada di daftar. Lihat: suluh due --within semua --telepon",
		"line %d: %q is not in the list. See: suluh due --within semua --telepon",
	}
	sayLineOtherKind = message{
		"baris %d: %s Nomor lain jenis diganti di content/kontak.yaml.",
		"line %d: %s A number of another kind is changed in content/kontak.yaml.",
	}
	sayLineForm = message{
		"baris %d: %q. Tulis: KUNCI ya, KUNCI ganti NOMOR, atau KUNCI tidak diangkat",
		"line %d: %q. Write: KEY ya, KEY ganti NUMBER, or KEY tidak diangkat",
	}
	sayMissing = message{
		"hilang: %s",
		"missing: %s",
	}
	sayNameTheFileSuluhImport = message{
		"tulis berkasnya: suluh import BERKAS.csv, BERKAS.xlsx, BERKAS.txt, atau - untuk tempelan",
		"name the file: suluh import FILE.csv, FILE.xlsx, FILE.txt, or - for what is pasted",
	}
	sayNameTheVillageSuluhKit = message{
		"tulis desanya: suluh kit ambulu, atau suluh kit semua",
		"name the village: suluh kit ambulu, or suluh kit semua for all",
	}
	sayNewFile = message{
		" (berkas baru)",
		" (new file)",
	}
	sayNoRowHasTheHeading = message{
		"tidak ada baris judul dengan kolom desa, dan tidak ada pesan dengan DESA:. Beri judul kolom: Desa, Kecamatan, Telepon, WA, Jam, Alamat.",
		"no row has the heading of a village, and no message has DESA:. Give the columns headings: Desa, Kecamatan, Telepon, WA, Jam, Alamat.",
	}
	sayNothingChangesRowsReadQuestions = message{
		"\nTidak ada yang berubah. %d baris dibaca, %d pertanyaan, %d ditolak.",
		"\nNothing changes. %d rows read, %d questions, %d refused.",
	}
	sayNothingHasToBeChecked = message{
		"Tidak ada yang harus diperiksa sampai hari itu.",
		"Nothing has to be checked until that day.",
	}
	sayNothingIsWrittenYetWrite = message{
		"\nBelum ada yang ditulis. Tulis dengan --write.",
		"\nNothing is written yet. Write with --write.",
	}
	sayNothingIsWrittenYetHere = message{
		"Belum ada yang ditulis. Tulis dengan --write.",
		"Nothing is written yet. Write with --write.",
	}
	sayNothingWasWritten = message{
		"\nBelum ada yang ditulis.",
		"\nNothing was written.",
	}
	sayOthersOnThisComputerMay = message{
		"kunci %s bisa dibaca orang lain di komputer ini. Jalankan: chmod 600 %s",
		"others on this computer may read the key %s. Run: chmod 600 %s",
	}
	sayNoMeaningHere = message{
		"%q tidak dikenal di sini. Lihat: suluh help",
		"%q has no meaning here. See: suluh help",
	}
	sayRow = message{
		"baris",
		"row",
	}
	sayFilesAsSigned = message{
		"%s: %d berkas, semua seperti yang diterbitkan",
		"%s: %d files, all as they were published",
	}
	sayPublished = message{
		"%s: %d berkas, %d berubah, %d dihapus",
		"%s: %d files, %d changed, %d removed",
	}
	sayIsThereAlready = message{
		"%s sudah ada dan tidak diubah. Pilih nama lain.",
		"%s is there already and was left alone. Choose another name.",
	}
	sayNotSigned = message{
		"%s: tidak bertanda tangan, jadi tidak terbukti dari penerbitnya. Terbitkan lagi dengan: suluh build --sign KUNCI",
		"%s: it is not signed, so nothing shows that it is of its publisher. Publish again with: suluh build --sign KEY",
	}
	sayItemsGotIDs = message{
		"%s: %d butir diberi tanda tetap",
		"%s: %d items were given an id",
	}
	sayWrongSignature = message{
		"%s: tanda tangannya bukan dari kunci %s, atau daftar berkasnya diubah. Jangan percaya salinan ini. Ambil lagi dari penerbitnya.",
		"%s: its signature is not of the key %s, or its list of files was changed. Do not trust this copy. Fetch it again from its publisher.",
	}
	sayLines = message{
		"%s: %d baris",
		"%s: %d lines",
	}
	sayFilesDiffer = message{
		"%s: %d dari %d berkas tidak seperti yang diterbitkan. Jalankan suluh build, lalu unggah lagi seluruh folder.",
		"%s: %d of %d files are not as they were published. Run suluh build, then upload the whole folder again.",
	}
	sayServing = message{
		"%s\nBuka alamat itu di peramban. Halaman berubah sendiri saat Anda menyimpan. Berhenti: Ctrl+C",
		"%s\nOpen that address in a browser. Pages follow when you save. Stop: Ctrl+C",
	}
	sayOtherFiles = message{
		"%s: %d berkas lain, yang tidak dibuat suluh, tetap ada di situ",
		"%s: %d other files, which suluh did not make, stay there",
	}
	sayPosterAndCards = message{
		"%s: 1 poster, %d kartu",
		"%s: 1 poster, %d cards",
	}
	sayListBroken = message{
		"%s: daftar berkas .suluh tidak ada atau rusak, jadi tidak bisa diperiksa. Unggah juga berkas .suluh, atau buat lagi dengan suluh build.",
		"%s: the list of files .suluh is missing or damaged, so nothing can be verified. Upload .suluh, too, or build anew with suluh build.",
	}
	sayNumberStill = message{
		"%s:%d: nomor ini masih ditulis di sini. Hapus dengan tangan.",
		"%s:%d: the number is still written here. Delete it by hand.",
	}
	sayVillages = message{
		"%s: %d desa",
		"%s: %d villages",
	}
	sayConflict = message{
		"%s baru saja diubah orang atau program lain. Tidak ada yang ditulis. Ulangi perintah ini.",
		"%s was changed by somebody else just now. Nothing was written. Run the command again.",
	}
	saySayWhatToVerifySuluh = message{
		"sebut yang diperiksa: suluh verify public, atau berkas.zip, atau https://alamat-situs/",
		"say what to verify: suluh verify public, or file.zip, or https://the-site/",
	}
	sayAllPosters = message{
		"semua.pdf: %d poster, %d kartu",
		"semua.pdf: %d posters, %d cards",
	}
	saySwIsOnOrOff = message{
		"--sw diisi on atau off",
		"--sw is on or off",
	}
	sayTakenOutOfTheVillages = message{
		"Sudah dihapus dari berkas desa. Jalankan suluh build dan terbitkan hari ini: salinan di HP pembaca ikut berubah saat mereka daring.",
		"Taken out of the villages' files. Run suluh build and publish today: the copies on readers' phones change as soon as they are online.",
	}
	sayTheKeyLiesInThe = message{
		"kunci %s ada di folder %s, jadi bisa ikut terbit. Pindahkan keluar dari folder situs.",
		"the key %s lies in the folder %s and might be published. Move it out of the site.",
	}
	sayTheNewSiteIsNot = message{
		"situs baru tidak terbit.",
		"the new site is not published.",
	}
	sayTheOptionLacksItsValue = message{
		"pilihan --%s belum diisi. Lihat: suluh help",
		"the option --%s lacks its value. See: suluh help",
	}
	sayThePosterOfWasPrinted = message{
		"Poster Desa %s pernah dicetak. Turunkan, lalu cetak lagi: suluh kit %s",
		"The poster of %s was printed. Take it down, and print it again: suluh kit %s",
	}
	sayTheSignatureIsOfThe = message{
		"Tanda tangannya dari kunci %s",
		"The signature is of the key %s",
	}
	sayTheSiteDoesNotHold = message{
		"Nomor ini tidak ada di situs.",
		"The site does not hold this number.",
	}
	sayTheSiteHasErrorsRun = message{
		"isi situs masih salah. Jalankan suluh check dulu, supaya yang dicetak benar.",
		"the site has errors. Run suluh check first, so that what is printed is right.",
	}
	sayTheValueOfAnOption = message{
		"isi pilihan tidak bisa dibaca (%s). Lihat: suluh help",
		"the value of an option cannot be read (%s). See: suluh help",
	}
	sayThereIsNoCode = message{
		"kode %s tidak ada%s",
		"there is no code %s%s",
	}
	sayThereIsNoCommand = message{
		"perintah %q tidak ada%s",
		"there is no command %q%s",
	}
	sayThereIsNoFolderSee = message{
		"folder situs %s tidak ada. Periksa ejaan --source, atau jalankan perintah di dalam folder situs",
		"there is no folder %s. See how --source is spelt, or run the command inside the folder of the site",
	}
	sayThereIsNoOptionSee = message{
		"pilihan --%s tidak ada%s Lihat: suluh help",
		"there is no option --%s%s See: suluh help",
	}
	sayThereIsNoVillageWrite = message{
		"desa %q tidak ada%s Tulis nama atau kode desa",
		"there is no village %q%s Write its name or code",
	}
	sayThisCopyIsSignedTo = message{
		"Salinan ini bertanda tangan. Untuk memeriksa siapa penerbitnya: suluh verify --key KUNCI.pub",
		"This copy is signed. To see by whom: suluh verify --key KEY.pub",
	}
	sayThisFileIsBrokenHas = message{
		"berkas ini rusak, berkata sandi, atau bukan lembar Excel. Simpan lagi sebagai .xlsx atau CSV.",
		"this file is broken, has a password, or is no workbook of Excel. Save it again as .xlsx or CSV.",
	}
	sayThisFileIsTooLarge = message{
		"berkas ini terlalu besar. Paling banyak %d byte, %d baris, dan %d kolom. Pecah menjadi beberapa berkas.",
		"this file is too large. At most %d bytes, %d rows and %d columns. Split it into several files.",
	}
	sayTroubleWithTheComputerOr = message{
		"gangguan pada komputer atau jaringan: %v",
		"trouble with the computer or the network: %v",
	}
	sayVillagesWilayahTsvIsMissing = message{
		"villages/wilayah.tsv belum ada. Tanpa daftar desa, nama tidak bisa dicocokkan.",
		"villages/wilayah.tsv is missing. Names cannot be matched without the list of villages.",
	}
	sayWhatWasPrintedIsNoted = message{
		"Alamat yang dicetak dicatat di %s.",
		"What was printed is noted in %s.",
	}
	sayWithinIsLengthOfTime = message{
		"--within diisi lama waktu, contoh: \"30 hari\", \"6 bulan\", atau semua",
		"--within is a length of time, such as \"30 hari\", \"6 bulan\", or semua",
	}
	sayWithoutKnowsNoThereAre = message{
		"--without tidak mengenal %q. Yang ada: poster, vcf, sitemap, cari, tautan",
		"--without knows no %q. There are: poster, vcf, sitemap, cari, tautan",
	}
	sayReadingHead = message{
		"  kata  kata/kalimat  terpanjang  LIX  halaman",
		" words  words/sentence  longest  LIX  page",
	}
	sayWriteItsNameTooFor = message{
		"tulis juga namanya, contoh: suluh new panduan \"Kirim uang\"",
		"write its name, too, for example: suluh new panduan \"Kirim uang\"",
	}
	sayWriteSuluhExport = message{
		"tulis: suluh export %s%s",
		"write: suluh export %s%s",
	}
	sayWriteSuluhNewName = message{
		"tulis: suluh new %s NAMA%s",
		"write: suluh new %s NAME%s",
	}
	sayWriteTheNumberSuluhWithdraw = message{
		"tulis nomornya: suluh withdraw \"0812-3456-7890\"",
		"write the number: suluh withdraw \"0812-3456-7890\"",
	}
	sayWritten = message{
		"Sudah ditulis.",
		"Written.",
	}
	sayWrittenVillagesSeeWithSuluh = message{
		"Sudah ditulis: %d desa. Periksa dengan: suluh check",
		"Written: %d villages. See with: suluh check",
	}
	sayDidYouMean = message{
		" Mungkin maksud Anda: %s",
		" Did you mean: %s",
	}
	sayQuestions = message{
		"Pertanyaan. Belum ditulis sebelum dijawab:",
		"Questions. Nothing of them is written before an answer:",
	}
	sayNotTaken = message{
		"Tidak dimasukkan:",
		"Not taken:",
	}
	sayNotes = message{
		"Catatan:",
		"Notes:",
	}
	sayYes = message{
		"Ya: %s",
		"Yes: %s",
	}
	sayNoPrivateKey = message{
		"%s bukan kunci rahasia. Buat dengan: suluh new kunci BERKAS",
		"%s is no private key. Make one with: suluh new kunci FILE",
	}
	sayNoPublicKey = message{
		"%s bukan kunci umum. Pakai berkas yang namanya berakhir .pub",
		"%s is no public key. Use the file whose name ends in .pub",
	}
	sayDeskOpen = message{
		"Meja kerja: %s\nAlamat ini hanya untuk Anda, di komputer ini. Biarkan jendela ini terbuka. Untuk berhenti: Ctrl+C, atau tutup jendela ini.",
		"The desk: %s\nThis address is for you alone, on this computer. Leave this window open. To stop: Ctrl+C, or close this window.",
	}
	sayBeginHere = message{
		"Folder ini kosong. Buat situs baru di sini? Ketik ya, lalu tekan Enter.",
		"This folder is empty. Begin a new site here? Type yes and press Enter.",
	}
	sayRegencyOfSite = message{
		"--kabupaten hanya untuk situs baru: suluh new situs FOLDER --kabupaten 35.10",
		"--kabupaten is for a new site alone: suluh new situs FOLDER --kabupaten 35.10",
	}
	sayNoRegency = message{
		"tidak ada kabupaten atau kota %q%s Tulis kodenya, contoh: 35.10, atau namanya, contoh: Banyuwangi",
		"there is no regency or town %q%s Write its code, such as 35.10, or its name, such as Banyuwangi",
	}
	saySeveralRegencies = message{
		"ada beberapa yang bernama %q. Tulis salah satu: %s",
		"several are called %q. Write one of them: %s",
	}
)
