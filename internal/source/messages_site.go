package source

// Villages, and the site as a whole.
const (
	VillageCodeBroken    Code = "DESA01" // code
	VillageCodeUnknown   Code = "DESA02" // code
	VillageNameDiffers   Code = "DESA03" // name written, name in the list
	DistrictDiffers      Code = "DESA04" // kecamatan written, kecamatan of the code
	VillageCodeTwice     Code = "DESA05" // code, the other file
	VillageWithoutCode   Code = "DESA06" // name
	VillageWithoutPhone  Code = "DESA07" // name
	AreaLineBroken       Code = "DESA08" // line
	RoleIsPerson         Code = "DESA09" // role
	VillageNeverChecked  Code = "DESA10" // name
	VillageStale         Code = "DESA11" // name, date it was due
	VillageWithoutSource Code = "DESA12" // name
	PointHalf            Code = "DESA13" // the key given, the key missing
	PointSwapped         Code = "DESA14"
	PointMinus           Code = "DESA15" // latitude
	PointOutside         Code = "DESA16" // latitude, longitude
	PointFar             Code = "DESA17" // kilometres, the regency
	VillageIsPage        Code = "DESA18" // where it belongs
	PageIsVillage        Code = "DESA19" // where it belongs
	VillageNameTwice     Code = "DESA20" // name, the other file

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
	StatusDiffers       Code = "SITE18" // contact
	TitleLong           Code = "SITE19" // words, limit
	TemplateLeft        Code = "SITE20" // the words
	BodyEmpty           Code = "SITE21"
	TranslationBehind   Code = "SITE22" // parts, the original
	TranslationOpen     Code = "SITE23" // the original
	TranslationAlone    Code = "SITE24" // the original, the key by which it is not online
)

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
	RoleIsPerson: {
		severity: Warning,
		id:       Text{What: "peran %[1]q tampak seperti nama orang.", Why: "Nama orang tidak diterbitkan, dan orangnya bisa berganti.", Mend: "Tulis tugasnya, contoh: peran: Petugas Desbumi"},
		en:       Text{What: "The role %[1]q looks like a person's name.", Why: "Names of persons are not published, and people change.", Mend: "Write the role, for example: peran: Petugas Desbumi"},
	},
	VillageNeverChecked: {
		severity: Warning,
		id:       Text{What: "Data Desa %[1]s belum punya tanggal diperiksa atau disusun.", Why: "Tanpa tanggal, nomor lama tidak pernah ketahuan.", Mend: "Cocokkan data dengan kantor desa, lalu tulis diperiksa: tahun-bulan-hari. Kalau baru disusun dari sumber, tulis disusun."},
		en:       Text{What: "The data of the village %[1]s have no date of review or compiling.", Why: "Without one nobody notices that a number is old.", Mend: "Compare the data with the village office, then write diperiksa: year-month-day. If they are only compiled from sources, write disusun."},
	},
	VillageStale: {
		severity: Warning,
		id:       Text{What: "Data Desa %[1]s harus diperiksa lagi sejak %[2]s.", Why: "Nomornya mungkin sudah berubah. Setelah dua kali masa tinjau, nomor ini tidak ditampilkan lagi.", Mend: "Cocokkan dengan kantor desa, lalu ganti tanggal diperiksa (tulis, kalau belum ada)."},
		en:       Text{What: "The data of the village %[1]s have been due for review since %[2]s.", Why: "Its number may have changed. After twice its term it is no longer shown.", Mend: "Compare with the village office, then change the date diperiksa (write it where it is missing)."},
	},
	VillageWithoutSource: {
		severity: Warning,
		id:       Text{What: "Nomor Desa %[1]s tidak punya sumber.", Why: "Nomor yang tidak diketahui asalnya bisa membahayakan pembaca.", Mend: "Tulis sumber, contoh: - nama: Pesan WhatsApp dari kantor desa"},
		en:       Text{What: "The number of the village %[1]s has no source.", Why: "A number of unknown origin can endanger readers.", Mend: "Write sumber, for example: - nama: Pesan WhatsApp dari kantor desa"},
	},
	PointHalf: {
		severity: Error,
		id:       Text{What: "Ada %[1]s, tetapi tidak ada %[2]s.", Why: "Satu angka saja menunjuk ke tempat lain.", Mend: "Tulis keduanya, atau hapus %[1]s."},
		en:       Text{What: "There is %[1]s but no %[2]s.", Why: "One figure alone points to another place.", Mend: "Write both, or delete %[1]s."},
	},
	PointSwapped: {
		severity: Error,
		id:       Text{What: "lintang dan bujur tertukar.", Why: "Di Indonesia lintang antara -11 dan 6, bujur antara 95 dan 141.", Mend: "Tukar kedua angka itu."},
		en:       Text{What: "lintang (latitude) and bujur (longitude) are swapped.", Why: "In Indonesia latitudes lie between -11 and 6, longitudes between 95 and 141.", Mend: "Exchange the two figures."},
	},
	PointMinus: {
		severity: Error,
		id:       Text{What: "lintang %[1]v menunjuk ke luar Indonesia.", Why: "Jawa ada di selatan khatulistiwa, jadi lintangnya dimulai dengan tanda minus.", Mend: "Tulis tanda minus: -%[1]v"},
		en:       Text{What: "The latitude %[1]v lies outside Indonesia.", Why: "Java is south of the equator, so its latitudes begin with a minus sign.", Mend: "Write the minus sign: -%[1]v"},
	},
	PointOutside: {
		severity: Error,
		id:       Text{What: "Titik %[1]v, %[2]v ada di luar Indonesia.", Why: "Di Indonesia lintang antara -11 dan 6, bujur antara 95 dan 141.", Mend: "Ambil lagi titiknya dari peta: tekan lama di peta, lalu salin dua angkanya."},
		en:       Text{What: "The point %[1]v, %[2]v lies outside Indonesia.", Why: "In Indonesia latitudes lie between -11 and 6, longitudes between 95 and 141.", Mend: "Take the point from a map again: press long on the map and copy the two figures."},
	},
	VillageIsPage: {
		severity: Error,
		id:       Text{What: "Berkas ini halaman panduan, bukan desa.", Why: "Ada judul, tetapi tidak ada nama desa. Folder villages hanya untuk desa.", Mend: "Pindahkan ke %[1]s."},
		en:       Text{What: "This file is a guide and no village.", Why: "It has a title and no name of a village. The folder villages is for villages only.", Mend: "Move it to %[1]s."},
	},
	PageIsVillage: {
		severity: Error,
		id:       Text{What: "Berkas ini data desa, bukan halaman panduan.", Why: "Ada nama dan status desa, tetapi tidak ada judul.", Mend: "Pindahkan ke %[1]s."},
		en:       Text{What: "This file is a village and no guide.", Why: "It has the name and the status of a village, and no title.", Mend: "Move it to %[1]s."},
	},
	VillageNameTwice: {
		severity: Warning,
		id:       Text{What: "Ada dua desa %[1]s tanpa kode.", Why: "%[2]s bernama sama. Pembaca tidak bisa membedakannya, dan mungkin ini desa yang sama.", Mend: "Tulis kode desa di keduanya, atau hapus salah satu kalau sama."},
		en:       Text{What: "There are two villages called %[1]s without a code.", Why: "%[2]s has the same name. Readers cannot tell them apart, and they may be one village.", Mend: "Write the code of both, or delete one if they are the same."},
	},
	PointFar: {
		severity: Warning,
		id:       Text{What: "Titik kantor ini %[1]d km dari Kabupaten %[2]s.", Why: "Mungkin ada angka yang salah salin.", Mend: "Periksa titiknya di peta."},
		en:       Text{What: "This office lies %[1]d km from the regency %[2]s.", Why: "A figure may have been copied wrongly.", Mend: "Look the point up on a map."},
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
		id:       Text{What: "Halaman ini harus diperiksa lagi sejak %[1]s.", Why: "Isinya mungkin sudah berubah. Halaman menampilkan pemberitahuan.", Mend: "Cocokkan isinya dengan sumber, lalu ganti tanggal diperiksa (tulis, kalau belum ada)."},
		en:       Text{What: "This page has been due for review since %[1]s.", Why: "What it says may have changed. The page carries a notice.", Mend: "Compare it with its sources, then change the date diperiksa (write it where it is missing)."},
	},
	HomeMissing: {
		severity: Error,
		id:       Text{What: "Halaman awal content/beranda.md tidak ada.", Mend: "Buat berkas itu."},
		en:       Text{What: "The home page content/beranda.md is missing.", Mend: "Make that file."},
	},
	ContactStale: {
		severity: Warning,
		id:       Text{What: "Kontak %[1]s harus diperiksa lagi sejak %[2]s.", Why: "Nomornya mungkin sudah berubah. Setelah dua kali masa tinjau, nomor ini diganti nomor utama.", Mend: "Cocokkan nomornya dengan sumber, lalu ganti tanggal diperiksa (tulis, kalau belum ada)."},
		en:       Text{What: "The contact %[1]s has been due for review since %[2]s.", Why: "Its number may have changed. After twice its term it is replaced by the main line.", Mend: "Compare the number with its source, then change the date diperiksa (write it where it is missing)."},
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
		id:       Text{What: "Halaman ini belum punya tanggal diperiksa atau disusun.", Why: "Pembaca tidak tahu apakah isinya masih benar.", Mend: "Cocokkan isinya dengan sumber, lalu tulis diperiksa: tahun-bulan-hari. Kalau baru disusun dari sumber, tulis disusun."},
		en:       Text{What: "This page has no date of review or compiling.", Why: "Readers cannot tell whether it is still true.", Mend: "Compare it with its sources, then write diperiksa: year-month-day. If it is only compiled from sources, write disusun."},
	},
	SourceNeeded: {
		severity: Error,
		id:       Text{What: "Kontak %[1]s punya nomor tanpa sumber atau tanggal (diperiksa atau disusun).", Why: "Nomor yang tidak diketahui asalnya bisa membahayakan pembaca.", Mend: "Tulis sumber dan diperiksa (atau disusun), atau hapus nomornya."},
		en:       Text{What: "The contact %[1]s has a number without source or date (diperiksa or disusun).", Why: "A number of unknown origin can endanger readers.", Mend: "Write sumber and diperiksa (or disusun), or delete the number."},
	},
	StatusDiffers: {
		severity: Error,
		id:       Text{What: "Kontak %[1]s berstatus kosong, tetapi punya nomor.", Why: "Nomor kontak yang berstatus kosong tidak ditampilkan.", Mend: "Tulis status: pasti atau perlu-dipastikan, atau hapus nomornya."},
		en:       Text{What: "The contact %[1]s has the status kosong (none), but has numbers.", Why: "Numbers of a contact with that status are not shown.", Mend: "Write status: pasti or perlu-dipastikan, or delete the numbers."},
	},
	TitleLong: {
		severity: Warning,
		id:       Text{What: "Judul ini berisi %[1]d kata.", Why: "Judul yang panjang sulit dibaca di HP kecil. Paling banyak %[2]d kata.", Mend: "Pendekkan judulnya."},
		en:       Text{What: "This title has %[1]d words.", Why: "Long titles are hard to read on a small phone. %[2]d words are the most.", Mend: "Shorten the title."},
	},
	TemplateLeft: {
		severity: Warning,
		id:       Text{What: "Tulisan contoh masih ada: %[1]q.", Why: "Tulisan itu dibuat oleh suluh new dan akan dibaca orang.", Mend: "Ganti dengan isi yang sebenarnya, atau hapus."},
		en:       Text{What: "Words of the template are left: %[1]q.", Why: "They were written by suluh new, and people will read them.", Mend: "Replace them by what the page is about, or delete them."},
	},
	BodyEmpty: {
		severity: Warning,
		id:       Text{What: "Halaman ini tidak punya isi.", Why: "Pembaca membukanya dan tidak menemukan apa-apa.", Mend: "Tulis isinya di bawah baris --- yang kedua, atau tulis draf: ya."},
		en:       Text{What: "This page has no text.", Why: "Readers open it and find nothing.", Mend: "Write it below the second line ---, or write draf: ya."},
	},
	TranslationOpen: {
		severity: Error,
		id:       Text{What: "Halaman %[1]s peka, terjemahannya ini tidak.", Why: "Judul tab dan alamatnya menyebut soalnya kepada orang yang mengawasi pembaca.", Mend: "Tulis di berkas ini juga: peka: ya, tab, dan alamat, seperti di halaman asalnya."},
		en:       Text{What: "The page %[1]s is sensitive, and this translation is not.", Why: "Its tab and its address tell the subject to whoever watches the reader.", Mend: "Write peka: ya, tab and alamat in this file, too, as the original has them."},
	},
	TranslationAlone: {
		severity: Warning,
		id:       Text{What: "Terjemahan ini tampil, tetapi halaman asalnya, %[1]s, tidak (%[2]s).", Why: "Yang sudah ditarik dalam satu bahasa masih terbaca dalam bahasa lain.", Mend: "Tulis %[2]s di berkas ini juga, atau terbitkan halaman asalnya."},
		en:       Text{What: "This translation is online, and its original, %[1]s, is not (%[2]s).", Why: "What was taken down in one language can still be read in another.", Mend: "Write %[2]s in this file, too, or publish the original."},
	},
	TranslationBehind: {
		severity: Warning,
		id:       Text{What: "%[1]d bagian terjemahan ini tidak lagi sama dengan %[2]s.", Why: "Pembaca bahasa ini mendapat keterangan yang lama.", Mend: "Buka halaman ini di meja kerja, pilih Terjemahkan per bagian, dan sesuaikan bagian yang ditandai."},
		en:       Text{What: "%[1]d parts of this translation are no longer what %[2]s says.", Why: "Readers of this language are told what held before.", Mend: "Open the page at the desk, choose Terjemahkan per bagian, and mend the parts that are marked."},
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
