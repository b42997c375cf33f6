package source

// The text of pages, and what it points to.
const (
	BoxUnknown        Code = "TEXT01" // name, known names
	BoxUnclosed       Code = "TEXT02" // name
	DirectiveUnknown  Code = "TEXT03" // name, known names
	RawHTML           Code = "TEXT04" // the tag
	SchemeForbidden   Code = "TEXT05" // scheme, allowed schemes
	HeadingOne        Code = "TEXT06"
	HeadingJump       Code = "TEXT07" // level, level before
	HeadingTwice      Code = "TEXT08" // id
	TaskIDBroken      Code = "TEXT09" // id
	TaskIDTwice       Code = "TEXT10" // id
	TaskIDMissing     Code = "TEXT11" // proposed id
	PictureWithoutAlt Code = "TEXT12" // file
	DontMissing       Code = "TEXT13" // first word
	BoxStray          Code = "TEXT14"
	NumberInText      Code = "TEXT15" // number, id of the contact
	NumberUnknown     Code = "TEXT16" // number

	PageMissing      Code = "LINK01" // target
	AnchorMissing    Code = "LINK02" // anchor, page
	PictureMissing   Code = "LINK03" // file
	ContactMissing   Code = "LINK04" // id
	VillageMissing   Code = "LINK05" // code
	TermMissing      Code = "LINK06" // word
	AddressTwice     Code = "LINK07" // address, the other file
	SourceMissing    Code = "LINK08" // file that should stand beside
	TargetOutside    Code = "LINK09" // target
	TargetDraft      Code = "LINK10" // target
	FileTargetAbsent Code = "LINK11" // file
)

var textMessages = map[Code]entry{
	BoxUnknown: {
		severity: Error,
		id:       Text{What: "Kotak %[1]q tidak dikenal.", Why: "Kotak yang ada: %[2]s.", Mend: "Perbaiki nama setelah tanda :::"},
		en:       Text{What: "The box %[1]q is unknown.", Why: "The boxes are: %[2]s.", Mend: "Mend the name behind the sign :::"},
	},
	BoxUnclosed: {
		severity: Error,
		id:       Text{What: "Kotak :::%[1]s tidak ditutup.", Why: "Tanpa penutup, semua teks sesudahnya masuk ke dalam kotak.", Mend: "Tulis ::: pada baris sendiri setelah isi kotak."},
		en:       Text{What: "The box :::%[1]s is not closed.", Why: "Without an end all the text after it would be in the box.", Mend: "Write ::: on a line of its own after what the box holds."},
	},
	DirectiveUnknown: {
		severity: Error,
		id:       Text{What: "Perintah :%[1]s[…] tidak dikenal.", Why: "Yang ada: %[2]s.", Mend: "Perbaiki nama di antara titik dua dan kurung siku."},
		en:       Text{What: "The directive :%[1]s[…] is unknown.", Why: "There are: %[2]s.", Mend: "Mend the name between colon and bracket."},
	},
	RawHTML: {
		severity: Error,
		id:       Text{What: "Kode HTML %[1]q tidak boleh dipakai.", Why: "Kode HTML bisa merusak halaman di HP lama dan membahayakan pembaca.", Mend: "Hapus kodenya dan pakai Markdown. Untuk kotak, pakai :::awas dan sejenisnya."},
		en:       Text{What: "The HTML code %[1]q is not allowed.", Why: "HTML can break the page on old phones and endanger readers.", Mend: "Delete the code and use Markdown. For boxes use :::awas and the like."},
	},
	SchemeForbidden: {
		severity: Error,
		id:       Text{What: "Tautan dengan %[1]q tidak boleh dipakai.", Why: "Yang boleh: %[2]s.", Mend: "Ganti alamat tautan."},
		en:       Text{What: "Links with %[1]q are not allowed.", Why: "Allowed are: %[2]s.", Mend: "Change the address of the link."},
	},
	HeadingOne: {
		severity: Error,
		id:       Text{What: "Judul besar (#) tidak boleh ada di isi halaman.", Why: "Judul halaman sudah ada di bagian data, pada kunci judul.", Mend: "Pakai ## untuk judul bagian."},
		en:       Text{What: "A first-level heading (#) may not stand in the text.", Why: "The page's heading is the key judul in the front matter.", Mend: "Use ## for the heading of a section."},
	},
	HeadingJump: {
		severity: Warning,
		id:       Text{What: "Tingkat judul melompat dari %[2]d ke %[1]d.", Why: "Pembaca layar mengandalkan urutan judul.", Mend: "Kurangi satu tanda #."},
		en:       Text{What: "The heading level jumps from %[2]d to %[1]d.", Why: "Screen readers rely on the order of headings.", Mend: "Take away one sign #."},
	},
	HeadingTwice: {
		severity: Error,
		id:       Text{What: "Tanda {#%[1]s} dipakai dua kali di halaman ini.", Mend: "Beri tanda lain pada salah satu judul."},
		en:       Text{What: "The id {#%[1]s} is used twice on this page.", Mend: "Give one of the headings another id."},
	},
	TaskIDBroken: {
		severity: Error,
		id:       Text{What: "Tanda {#%[1]s} tidak bisa dipakai.", Mend: "Pakai huruf kecil, angka, dan tanda hubung saja, contoh: {#surat-izin}"},
		en:       Text{What: "The id {#%[1]s} cannot be used.", Mend: "Use small letters, digits and hyphens only, for example: {#surat-izin}"},
	},
	TaskIDTwice: {
		severity: Error,
		id:       Text{What: "Tanda {#%[1]s} dipakai dua kali di daftar ini.", Why: "Centang pembaca disimpan menurut tanda ini. Dua butir akan tercentang bersama.", Mend: "Beri tanda lain pada butir yang baru."},
		en:       Text{What: "The id {#%[1]s} is used twice in this list.", Why: "Readers' ticks are kept by this id. Two items would be ticked together.", Mend: "Give the newer item another id."},
	},
	TaskIDMissing: {
		severity: Warning,
		id:       Text{What: "Butir ini belum punya tanda tetap.", Why: "Tanpa tanda, centang pembaca hilang kalau kalimatnya diubah.", Mend: "Tulis {#%[1]s} di akhir baris, atau jalankan: suluh check --fix"},
		en:       Text{What: "This item has no stable id yet.", Why: "Without it a reader's tick is lost when the sentence is changed.", Mend: "Write {#%[1]s} at the end of the line, or run: suluh check --fix"},
	},
	PictureWithoutAlt: {
		severity: Error,
		id:       Text{What: "Gambar %[1]q belum punya keterangan.", Why: "Orang yang tidak melihat gambar perlu tahu isinya.", Mend: "Tulis keterangan di dalam kurung siku: ![Petugas memeriksa paspor](gambar.jpg)"},
		en:       Text{What: "The picture %[1]q has no alternative text.", Why: "People who do not see the picture need to know what it shows.", Mend: "Write it inside the brackets: ![An officer checks a passport](picture.jpg)"},
	},
	DontMissing: {
		severity: Error,
		id:       Text{What: "Butir ini tidak dimulai dengan \"Jangan\", tetapi dengan %[1]q.", Why: "Pembaca yang melewatkan judul kotak akan mengira ini nasihat.", Mend: "Mulai setiap butir di kotak :::jangan dengan kata Jangan."},
		en:       Text{What: "This item does not begin with \"Jangan\" (do not), but with %[1]q.", Why: "Who misses the heading of the box would take it for advice.", Mend: "Begin each item of a :::jangan box with Jangan (in English pages: Do not, or Never)."},
	},
	BoxStray: {
		severity: Error,
		id:       Text{What: "Penutup ::: ini tidak punya pembuka.", Mend: "Hapus baris ini, atau tulis pembukanya, contoh: :::awas"},
		en:       Text{What: "This ::: closes nothing.", Mend: "Delete the line, or write what it should close, for example: :::awas"},
	},
	NumberInText: {
		severity: Warning,
		id:       Text{What: "Nomor %[1]s ditulis langsung di teks.", Why: "Kalau nomornya berubah, teks ini tertinggal.", Mend: "Ganti dengan :kontak[%[2]s]"},
		en:       Text{What: "The number %[1]s is typed in the text.", Why: "When the number changes, this text will be left behind.", Mend: "Replace it by :kontak[%[2]s]"},
	},
	NumberUnknown: {
		severity: Error,
		id:       Text{What: "Nomor %[1]s tidak ada di daftar kontak.", Why: "Nomor yang salah bisa membahayakan pembaca. Semua nomor disimpan di kontak.yaml dengan sumbernya.", Mend: "Periksa nomornya. Kalau benar, masukkan ke content/kontak.yaml dan tulis :kontak[…] di sini."},
		en:       Text{What: "The number %[1]s is not in the contact registry.", Why: "A wrong number can endanger readers. All numbers are kept in kontak.yaml with their source.", Mend: "Check the number. If it is right, enter it in content/kontak.yaml and write :kontak[…] here."},
	},
}

var linkMessages = map[Code]entry{
	PageMissing: {
		severity: Error,
		id:       Text{What: "Halaman %[1]q tidak ada.", Why: "Tautan ini akan membawa pembaca ke halaman kosong.", Mend: "Perbaiki nama berkas di dalam tautan."},
		en:       Text{What: "There is no page %[1]q.", Why: "The link would lead readers to nothing.", Mend: "Mend the file name in the link."},
	},
	AnchorMissing: {
		severity: Error,
		id:       Text{What: "Bagian #%[1]s tidak ada di halaman %[2]s.", Mend: "Perbaiki tulisan setelah tanda #, atau beri judul bagian itu tanda {#%[1]s}."},
		en:       Text{What: "There is no section #%[1]s on the page %[2]s.", Mend: "Mend what stands behind the sign #, or give the heading the id {#%[1]s}."},
	},
	PictureMissing: {
		severity: Error,
		id:       Text{What: "Gambar %[1]q tidak ada.", Mend: "Salin gambarnya ke folder itu, atau perbaiki namanya. Huruf besar dan kecil dibedakan."},
		en:       Text{What: "There is no picture %[1]q.", Mend: "Copy the picture there, or mend its name. Capitals and small letters differ."},
	},
	ContactMissing: {
		severity: Error,
		id:       Text{What: "Kontak %[1]q tidak ada di kontak.yaml.", Mend: "Perbaiki ejaannya, atau tambahkan kontak itu."},
		en:       Text{What: "There is no contact %[1]q in kontak.yaml.", Mend: "Mend the spelling, or add the contact."},
	},
	VillageMissing: {
		severity: Error,
		id:       Text{What: "Desa %[1]q tidak ada di folder villages.", Mend: "Tulis kode desa (contoh 35.09.12.2004) atau nama berkasnya."},
		en:       Text{What: "There is no village %[1]q in the folder villages.", Mend: "Write the village's code (such as 35.09.12.2004) or its file name."},
	},
	TermMissing: {
		severity: Error,
		id:       Text{What: "Kata %[1]q tidak ada di istilah.yaml.", Mend: "Perbaiki ejaannya, atau tambahkan kata itu dengan artinya."},
		en:       Text{What: "The word %[1]q is not in istilah.yaml.", Mend: "Mend the spelling, or add the word with its meaning."},
	},
	AddressTwice: {
		severity: Error,
		id:       Text{What: "Alamat %[1]s dipakai dua kali.", Why: "%[2]s memakai alamat yang sama. Salah satu akan hilang.", Mend: "Ganti nama salah satu berkas, atau kunci alamat dan alias-nya."},
		en:       Text{What: "The address %[1]s is used twice.", Why: "%[2]s uses the same address. One of them would be lost.", Mend: "Rename one of the files, or change its key alamat or alias."},
	},
	SourceMissing: {
		severity: Error,
		id:       Text{What: "Terjemahan ini tidak punya halaman asal.", Why: "Di sampingnya harus ada %[1]s dalam bahasa Indonesia.", Mend: "Samakan nama berkas, atau tulis halaman asalnya dulu."},
		en:       Text{What: "This translation has no original.", Why: "The Indonesian %[1]s must stand beside it.", Mend: "Make the file names agree, or write the original first."},
	},
	TargetOutside: {
		severity: Error,
		id:       Text{What: "Tautan %[1]q keluar dari folder content.", Mend: "Tulis alamat di dalam folder content."},
		en:       Text{What: "The link %[1]q leaves the folder content.", Mend: "Write an address inside the folder content."},
	},
	TargetDraft: {
		severity: Error,
		id:       Text{What: "Halaman %[1]q belum terbit.", Why: "Halaman itu masih draf, belum tanggal terbitnya, atau sudah berakhir. Pembaca tidak akan menemukannya.", Mend: "Hapus tautan ini, atau terbitkan halamannya (kunci draf, terbit, berakhir)."},
		en:       Text{What: "The page %[1]q is not published.", Why: "It is a draft, not yet due, or expired. Readers would not find it.", Mend: "Delete the link, or publish the page (keys draf, terbit, berakhir)."},
	},
	FileTargetAbsent: {
		severity: Error,
		id:       Text{What: "Berkas %[1]q tidak ada.", Mend: "Salin berkasnya ke folder itu, atau perbaiki namanya."},
		en:       Text{What: "There is no file %[1]q.", Mend: "Copy the file there, or mend its name."},
	},
}
