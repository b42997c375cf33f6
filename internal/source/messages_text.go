package source

// The text of pages, and what it points to.
const (
	BoxUnknown        Code = "TEXT01" // name, known names
	BoxUnclosed       Code = "TEXT02" // name, the line before which it should have ended
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
	NearDirective     Code = "TEXT17" // what is written
	NearBox           Code = "TEXT18" // what is written
	NearHeading       Code = "TEXT19" // what is written
	NearList          Code = "TEXT20" // what is written
	NearLink          Code = "TEXT21" // what is written
	NearEmphasis      Code = "TEXT22" // what is written
	NearTable         Code = "TEXT23" // what is written
	CellLost          Code = "TEXT24" // cells, columns
	FenceUnclosed     Code = "TEXT25" // the fence
	NearTask          Code = "TEXT26" // what is written
	NearItemKey       Code = "TEXT27" // the key, known keys
	DirectiveNotHere  Code = "TEXT28" // what is written
	Debris            Code = "TEXT29" // what is written
	NumberOfPerson    Code = "TEXT30" // number
	LetterInNumber    Code = "TEXT31" // number
	NumberInChatLink  Code = "TEXT32" // number
	IDLeft            Code = "TEXT33" // what is written
	TaskEmpty         Code = "TEXT34"
	IDReserved        Code = "TEXT35" // id
	BoxClosedByName   Code = "TEXT36" // name
	DefinitionLost    Code = "TEXT37" // what is written
	HeadingEmpty      Code = "TEXT38"
	NumberExample     Code = "TEXT39" // number
	NearComment       Code = "TEXT40"
	SignLost          Code = "TEXT41" // the sign
	BoxEmpty          Code = "TEXT42" // name
	BoxInBox          Code = "TEXT43" // name, the box around it, the line of the inner one
	BoxEndDiffers     Code = "TEXT44" // name
	BoxEndInLine      Code = "TEXT45" // name
	MixedLetters      Code = "TEXT46" // word
	HeadingUnderlined Code = "TEXT47"
	PhraseBetter      Code = "TEXT48" // the phrase, the better one
	SourceRefused     Code = "TEXT49"
	RefusedKeyBroken  Code = "TEXT50"
	SentenceLong      Code = "TEXT51" // words, the most
	AbbreviationsMany Code = "TEXT52" // how many, which, the most
	ParagraphLong     Code = "TEXT53" // sentences, the most
	SectionLong       Code = "TEXT54" // words, the most
	HeadingLong       Code = "TEXT55" // words, the most
	PageLong          Code = "TEXT56" // words, the most
	PageHard          Code = "TEXT57" // LIX, the most
	PassiveMany       Code = "TEXT58" // of a hundred sentences, the most
	DiJoined          Code = "TEXT59" // the word, as it is spelled
	DiApart           Code = "TEXT60" // the words, as they are spelled
	ForbiddenAsks     Code = "TEXT61" // the item
	LinkVague         Code = "TEXT62" // its words
	LinkTwin          Code = "TEXT63" // its words, the other target
	BehindComment     Code = "TEXT64" // what stands there
	KeyBelow          Code = "TEXT65" // the line

	PageMissing      Code = "LINK01" // target
	AnchorMissing    Code = "LINK02" // anchor, page
	PictureMissing   Code = "LINK03" // file
	ContactMissing   Code = "LINK04" // id
	VillageMissing   Code = "LINK05" // code
	TermMissing      Code = "LINK06" // word
	AddressTwice     Code = "LINK07" // address, the other file
	SourceMissing    Code = "LINK08" // file that should stand beside
	TargetOutside    Code = "LINK09" // target
	TargetDraft      Code = "LINK10" // how many links, where the first stand
	FileTargetAbsent Code = "LINK11" // file
	AddressMalformed Code = "LINK12" // address
	TargetOnDisk     Code = "LINK13" // target
	TargetBackslash  Code = "LINK14" // target
	PictureOutside   Code = "LINK15" // address
	DialMalformed    Code = "LINK16" // target
	LinkEmpty        Code = "LINK17"
	AddressTells     Code = "LINK18" // address
	AliasBroken      Code = "LINK19" // alias
	AliasTwice       Code = "LINK20" // address
	AddressDropped   Code = "LINK23" // address
)

var textMessages = map[Code]entry{
	BoxUnknown: {
		severity: Error,
		id:       Text{What: "Kotak %[1]q tidak dikenal.", Why: "Kotak yang ada: %[2]s.", Mend: "Perbaiki nama setelah tanda :::"},
		en:       Text{What: "The box %[1]q is unknown.", Why: "The boxes are: %[2]s.", Mend: "Mend the name behind the sign :::"},
	},
	BoxUnclosed: {
		severity: Error,
		id:       Text{What: "Kotak :::%[1]s tidak ditutup.", Why: "Tanpa penutup, semua teks sesudahnya masuk ke dalam kotak.", Mend: "Tulis ::: pada baris sendiri setelah isi kotak, sebelum baris %[2]d."},
		en:       Text{What: "The box :::%[1]s is not closed.", Why: "Without an end all the text after it would be in the box.", Mend: "Write ::: on a line of its own after what the box holds, before line %[2]d."},
	},
	DirectiveUnknown: {
		severity: Error,
		id:       Text{What: "Perintah :%[1]s[…] tidak dikenal.", Why: "Yang ada: %[2]s.", Mend: "Perbaiki nama di antara titik dua dan kurung siku."},
		en:       Text{What: "The directive :%[1]s[…] is unknown.", Why: "There are: %[2]s.", Mend: "Mend the name between colon and bracket."},
	},
	RawHTML: {
		severity: Error,
		id:       Text{What: "Kode HTML %[1]q tidak boleh dipakai.", Why: "Kode HTML bisa merusak halaman di HP lama dan membahayakan pembaca.", Mend: "Hapus kodenya dan pakai Markdown. Ganti baris: tulis tanda \\ di akhir baris, atau baris kosong untuk paragraf baru. Kotak: :::awas dan sejenisnya."},
		en:       Text{What: "The HTML code %[1]q is not allowed.", Why: "HTML can break the page on old phones and endanger readers.", Mend: "Delete the code and use Markdown. To break a line write a \\ at its end, or an empty line for a new paragraph. Boxes: :::awas and the like."},
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
		id:       Text{What: "Tingkat judul melompat dari %[2]d ke %[1]d.", Why: "Pembaca layar mengandalkan urutan judul.", Mend: "Kurangi tanda # sampai judul ini paling banyak satu tingkat di bawah judul sebelumnya."},
		en:       Text{What: "The heading level jumps from %[2]d to %[1]d.", Why: "Screen readers rely on the order of headings.", Mend: "Take away signs # until this heading is one level below the one before, at most."},
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

var leftMessages = map[Code]entry{
	NearDirective: {
		severity: Error,
		id:       Text{What: "%[1]q terbit apa adanya, bukan sebagai nomor atau tautan.", Why: "Perintah ditulis tepat begini: :kontak[kp2mi], tanpa spasi, dengan huruf kecil dan kurung siku.", Mend: "Perbaiki tandanya."},
		en:       Text{What: "%[1]q is published as typed, and not as a number or link.", Why: "A directive is written exactly so: :kontak[kp2mi], without spaces, in small letters, with square brackets.", Mend: "Mend its signs."},
	},
	NearBox: {
		severity: Error,
		id:       Text{What: "%[1]q bukan kotak dan terbit apa adanya.", Why: "Kotak dimulai di awal baris dengan tiga titik dua, langsung diikuti namanya, dan ditutup dengan ::: saja.", Mend: "Tulis tiga titik dua di awal baris, tanpa spasi di depannya, contoh: :::awas"},
		en:       Text{What: "%[1]q is no box and is published as typed.", Why: "A box begins at the start of a line with three colons and its name, and ends with ::: alone.", Mend: "Write three colons at the start of the line, with no space in front, for example: :::awas"},
	},
	NearHeading: {
		severity: Error,
		id:       Text{What: "%[1]q bukan judul dan terbit apa adanya.", Why: "Di antara ## dan judul harus ada satu spasi biasa.", Mend: "Tulis: ## Judul bagian"},
		en:       Text{What: "%[1]q is no heading and is published as typed.", Why: "There must be an ordinary space between ## and the heading.", Mend: "Write: ## Judul bagian"},
	},
	NearList: {
		severity: Error,
		id:       Text{What: "%[1]q bukan butir daftar dan terbit apa adanya.", Why: "Butir dimulai di awal baris dengan tanda - dan satu spasi biasa, dan ada baris kosong di atas daftar.", Mend: "Tulis: - butir"},
		en:       Text{What: "%[1]q is no list item and is published as typed.", Why: "An item begins at the start of a line with - and an ordinary space, and an empty line stands above the list.", Mend: "Write: - item"},
	},
	NearLink: {
		severity: Error,
		id:       Text{What: "%[1]q bukan tautan dan terbit apa adanya.", Why: "Tautan ditulis tanpa spasi di antara kurung siku dan kurung biasa. Nama berkas tidak boleh berisi spasi.", Mend: "Tulis: [Biaya](biaya.md). Kalau kurung ini memang tulisan biasa, beri tanda \\ di depan [."},
		en:       Text{What: "%[1]q is no link and is published as typed.", Why: "A link has no space between its square and round brackets, and no space in the file name.", Mend: "Write: [Biaya](biaya.md). If the brackets are meant as text, put a \\ in front of [."},
	},
	NearEmphasis: {
		severity: Error,
		id:       Text{What: "Tanda %[1]q terbit apa adanya.", Why: "Tanda tebal menempel pada kata di kedua sisinya, dan tidak menempel pada huruf lain.", Mend: "Tulis: **kata** dengan spasi di luar tandanya, atau hapus tandanya."},
		en:       Text{What: "The sign %[1]q is published as typed.", Why: "Signs of emphasis touch the word on both sides, and no other letter.", Mend: "Write: **word** with spaces outside, or delete the signs."},
	},
	NearTable: {
		severity: Error,
		id:       Text{What: "Baris %[1]q bukan tabel dan terbit apa adanya.", Why: "Tabel butuh baris kosong di atasnya, baris judul, lalu baris |---|---| dengan jumlah kolom yang sama.", Mend: "Lengkapi baris itu, atau tulis sebagai daftar."},
		en:       Text{What: "The line %[1]q is no table and is published as typed.", Why: "A table needs an empty line above, a row of headings, then a row |---|---| with as many columns.", Mend: "Complete that row, or write a list."},
	},
	CellLost: {
		severity: Error,
		id:       Text{What: "Baris tabel ini punya %[1]d sel, tetapi tabelnya %[2]d kolom.", Why: "Sel yang lebih tidak terbit.", Mend: "Hapus sel itu, atau tambahkan kolom di baris judul."},
		en:       Text{What: "This row has %[1]d cells, but the table has %[2]d columns.", Why: "The cells too many are not published.", Mend: "Delete them, or add a column to the row of headings."},
	},
	FenceUnclosed: {
		severity: Error,
		id:       Text{What: "Kotak kode %[1]s tidak ditutup.", Why: "Semua teks sesudahnya menjadi kode, dan nomor di dalamnya tidak bisa ditekan.", Mend: "Tulis %[1]s pada baris sendiri setelah isinya, atau hapus baris ini."},
		en:       Text{What: "The block of code %[1]s is not closed.", Why: "All text behind it becomes code, and numbers in it cannot be pressed.", Mend: "Write %[1]s on a line of its own behind it, or delete this line."},
	},
	NearTask: {
		severity: Error,
		id:       Text{What: "%[1]q bukan kotak centang dan terbit apa adanya.", Why: "Kotak centang ditulis tepat begini: - [ ] lalu spasi, lalu kalimatnya.", Mend: "Tulis: - [ ] Bawa KTP."},
		en:       Text{What: "%[1]q is no tick box and is published as typed.", Why: "A tick box is written exactly so: - [ ] then a space, then the sentence.", Mend: "Write: - [ ] Bawa KTP."},
	},
	NearItemKey: {
		severity: Error,
		id:       Text{What: "%[1]q bukan kunci butir, jadi menempel pada kalimatnya.", Why: "Kunci di bawah butir: %[2]s. Huruf kecil, diikuti titik dua dan spasi.", Mend: "Pakai kunci itu. Kalau memang bagian kalimat, lanjutkan di baris yang sama."},
		en:       Text{What: "%[1]q is no key of an item, so it sticks to the sentence.", Why: "The keys below an item are: %[2]s. In small letters, with a colon and a space.", Mend: "Use one of them. If it is part of the sentence, go on in the same line."},
	},
	DirectiveNotHere: {
		severity: Error,
		id:       Text{What: "%[1]q tidak bisa dipakai di sini.", Why: "Di judul, ringkasan, keterangan gambar, dan di dalam tautan, perintah terbit apa adanya atau hilang.", Mend: "Pindahkan ke isi halaman, atau tulis namanya saja."},
		en:       Text{What: "%[1]q has no place here.", Why: "In titles, summaries, alternative texts and inside links a directive is published as typed, or lost.", Mend: "Move it into the text, or write the name only."},
	},
	Debris: {
		severity: Warning,
		id:       Text{What: "Ada sisa dari Word atau program lain: %[1]q.", Why: "Tanda itu tidak berarti apa-apa bagi pembaca.", Mend: "Hapus."},
		en:       Text{What: "There is debris of Word or another program: %[1]q.", Why: "It means nothing to readers.", Mend: "Delete it."},
	},
	NumberOfPerson: {
		severity: Error,
		id:       Text{What: "%[1]s tampak seperti nomor milik seseorang (NIK, KK, paspor, atau rekening).", Why: "Data orang tidak boleh terbit (UU 27/2022). Orang bisa ditipu dengan nomor itu.", Mend: "Hapus nomornya."},
		en:       Text{What: "%[1]s looks like a number that belongs to a person (NIK, family card, passport, bank account).", Why: "Data of persons may not be published (UU 27/2022). People can be cheated with them.", Mend: "Delete the number."},
	},
	LetterInNumber: {
		severity: Error,
		id:       Text{What: "Ada huruf di dalam nomor %[1]q.", Why: "Huruf O bukan angka 0, dan huruf l bukan angka 1. Nomor ini tidak bisa ditelepon.", Mend: "Cocokkan dengan sumbernya, lalu pakai :kontak[…]."},
		en:       Text{What: "There is a letter in the number %[1]q.", Why: "The letter O is no 0, and the letter l is no 1. The number cannot be called.", Mend: "Compare it with its source, then use :kontak[…]."},
	},
	NumberInChatLink: {
		severity: Error,
		id:       Text{What: "Tautan WhatsApp ini mati: nomor %[1]s dimulai dengan 0.", Why: "Alamat wa.me butuh kode negara, contoh: 62.", Mend: "Pakai :kontak[…]. Tautannya dibuat sendiri dari kontak.yaml."},
		en:       Text{What: "This WhatsApp link is dead: the number %[1]s begins with 0.", Why: "An address of wa.me needs the country code, such as 62.", Mend: "Use :kontak[…]. The link is made of kontak.yaml by itself."},
	},
	IDLeft: {
		severity: Error,
		id:       Text{What: "Tanda %[1]q terbit apa adanya.", Why: "Tanda {#…} hanya berlaku di akhir judul atau di akhir butir daftar langkah, satu kali.", Mend: "Pindahkan ke sana, atau hapus."},
		en:       Text{What: "The mark %[1]q is published as typed.", Why: "A mark {#…} counts only at the end of a heading or of a checklist item, once.", Mend: "Move it there, or delete it."},
	},
	TaskEmpty: {
		severity: Error,
		id:       Text{What: "Butir ini tidak punya tulisan.", Why: "Pembaca akan mencentang sesuatu yang tidak ada.", Mend: "Tulis tindakannya, atau hapus butirnya."},
		en:       Text{What: "This item has no words.", Why: "Readers would tick nothing.", Mend: "Write what is to be done, or delete the item."},
	},
	IDReserved: {
		severity: Error,
		id:       Text{What: "Tanda {#%[1]s} sudah dipakai oleh bagian halaman.", Why: "Tombol atau menu halaman memakai tanda itu.", Mend: "Pakai tanda lain, contoh: {#bagian-%[1]s}"},
		en:       Text{What: "The id {#%[1]s} belongs to a part of the page.", Why: "A button or menu of the page uses it.", Mend: "Choose another, for example: {#bagian-%[1]s}"},
	},
	BoxClosedByName: {
		severity: Error,
		id:       Text{What: "Penutup kotak cukup ::: tanpa nama.", Why: "Baris :::%[1]s membuka kotak baru di dalam kotak yang sama.", Mend: "Ganti baris ini dengan :::"},
		en:       Text{What: "A box ends with ::: without a name.", Why: "The line :::%[1]s opens a new box inside the same one.", Mend: "Replace this line by :::"},
	},
	DefinitionLost: {
		severity: Error,
		id:       Text{What: "Baris %[1]q hilang dari halaman.", Why: "Baris yang dimulai dengan [kata]: dianggap alamat tautan.", Mend: "Hapus kurung sikunya, atau tulis tautan di tempatnya: [kata](alamat)"},
		en:       Text{What: "The line %[1]q is lost.", Why: "A line that begins with [word]: is taken for the address of a link.", Mend: "Delete the brackets, or write the link where it belongs: [word](address)"},
	},
	HeadingEmpty: {
		severity: Error,
		id:       Text{What: "Judul bagian ini kosong.", Mend: "Tulis judulnya, atau hapus tanda #."},
		en:       Text{What: "This heading is empty.", Mend: "Write the heading, or delete the sign #."},
	},
	NumberExample: {
		severity: Error,
		id:       Text{What: "%[1]s adalah nomor contoh dari panduan.", Why: "Nomor itu mungkin milik orang lain, dan pembaca akan meneleponnya.", Mend: "Hapus, atau pakai :kontak[…]."},
		en:       Text{What: "%[1]s is the example number of the guide.", Why: "It may belong to somebody, and readers will call it.", Mend: "Delete it, or use :kontak[…]."},
	},
	SignLost: {
		severity: Error,
		id:       Text{What: "Tanda %[1]q di awal baris tidak terbit.", Why: "Di awal baris, tanda itu membuat daftar atau kutipan.", Mend: "Ubah kalimatnya supaya tidak dimulai dengan tanda itu, contoh: lebih dari 5."},
		en:       Text{What: "The sign %[1]q at the start of the line is not published.", Why: "At the start of a line it makes a list or a quotation.", Mend: "Change the sentence so that it does not begin with the sign, for example: more than 5."},
	},
	PhraseBetter: {
		severity: Warning,
		id:       Text{What: "%[1]q lebih mudah dipahami sebagai %[2]q.", Why: "Kata-kata ini disepakati di content/gaya.yaml.", Mend: "Ganti, atau ubah kalimatnya."},
		en:       Text{What: "%[1]q is understood better as %[2]q.", Why: "The words are agreed on in content/gaya.yaml.", Mend: "Replace it, or change the sentence."},
	},
	AddressDropped: {
		severity: Error,
		id:       Text{What: "Alamat %[1]s sudah dicetak, tetapi tidak ada lagi.", Why: "Poster dan kartu di dinding akan membawa orang ke halaman kosong.", Mend: "Kembalikan desanya. Kalau kodenya berganti, tulis alamat lama di kunci alias berkas desa itu."},
		en:       Text{What: "The address %[1]s was printed and is no longer there.", Why: "Posters and cards on walls would lead to an empty page.", Mend: "Put the village back. If it has another code, write the old address under the key alias of its file."},
	},
	SentenceLong: {
		severity: Warning,
		id:       Text{What: "Kalimat ini %[1]d kata.", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d. Kalimat panjang sulit diikuti, apalagi kalau dibacakan.", Mend: "Pecah menjadi dua kalimat."},
		en:       Text{What: "This sentence has %[1]d words.", Why: "In content/gaya.yaml at most %[2]d were agreed on. A long sentence is hard to follow, above all when it is read aloud.", Mend: "Make two of it."},
	},
	AbbreviationsMany: {
		severity: Warning,
		id:       Text{What: "Halaman ini memakai %[1]d singkatan: %[2]s.", Why: "Pembaca sulit mengingat lebih dari %[3]d. Batasnya, dan singkatan yang sudah dikenal semua orang, ada di content/gaya.yaml.", Mend: "Ganti sebagian dengan kata biasa: penyalur resmi, kantor Indonesia di sana."},
		en:       Text{What: "This page uses %[1]d abbreviations: %[2]s.", Why: "Readers cannot keep more than %[3]d in mind. The limit, and those that everybody knows, stand in content/gaya.yaml.", Mend: "Put plain words in the place of some of them."},
	},
	ParagraphLong: {
		severity: Warning,
		id:       Text{What: "Paragraf ini %[1]d kalimat.", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d. Paragraf panjang dilewati pembaca HP kecil.", Mend: "Pecah dengan satu baris kosong."},
		en:       Text{What: "This paragraph has %[1]d sentences.", Why: "In content/gaya.yaml at most %[2]d were agreed on. On a small phone a long paragraph is skipped.", Mend: "Divide it by an empty line."},
	},
	SectionLong: {
		severity: Warning,
		id:       Text{What: "Bagian ini %[1]d kata tanpa judul baru.", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d. Orang mencari lewat judul.", Mend: "Beri judul ## di tengahnya."},
		en:       Text{What: "This section has %[1]d words without a new heading.", Why: "In content/gaya.yaml at most %[2]d were agreed on. People look for headings.", Mend: "Put a heading ## in its middle."},
	},
	HeadingLong: {
		severity: Warning,
		id:       Text{What: "Judul bagian ini %[1]d kata.", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d.", Mend: "Sisakan kata yang dicari orang."},
		en:       Text{What: "This heading has %[1]d words.", Why: "In content/gaya.yaml at most %[2]d were agreed on.", Mend: "Keep the words that people look for."},
	},
	PageLong: {
		severity: Warning,
		id:       Text{What: "Halaman ini %[1]d kata.", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d.", Mend: "Bagi menjadi dua halaman, atau pindahkan yang jarang diperlukan."},
		en:       Text{What: "This page has %[1]d words.", Why: "In content/gaya.yaml at most %[2]d were agreed on.", Mend: "Make two pages of it, or move what few people need."},
	},
	PageHard: {
		severity: Warning,
		id:       Text{What: "Halaman ini sulit dibaca: LIX %[1]d.", Why: "Di content/gaya.yaml disepakati paling tinggi %[2]d. Angka ini naik karena kalimat panjang dan kata panjang.", Mend: "Pendekkan kalimat, dan pakai kata sehari-hari."},
		en:       Text{What: "This page is hard to read: LIX %[1]d.", Why: "In content/gaya.yaml at most %[2]d were agreed on. Long sentences and long words raise it.", Mend: "Make sentences shorter, and take everyday words."},
	},
	PassiveMany: {
		severity: Warning,
		id:       Text{What: "%[1]d dari 100 kalimat di halaman ini pasif (di-).", Why: "Di content/gaya.yaml disepakati paling banyak %[2]d. Kalimat pasif tidak menyebut siapa yang melakukan.", Mend: "Sebut pelakunya: bukan \"surat dikirim\", tetapi \"petugas mengirim surat\"."},
		en:       Text{What: "%[1]d of 100 sentences of this page are passive (di-).", Why: "In content/gaya.yaml at most %[2]d were agreed on. The passive does not say who does it.", Mend: "Name who does it."},
	},
	DiJoined: {
		severity: Warning,
		id:       Text{What: "%[1]q ditulis terpisah: %[2]s.", Why: "Di depan tempat, kata di berdiri sendiri.", Mend: "Beri spasi."},
		en:       Text{What: "%[1]q is written apart: %[2]s.", Why: "Before a place, di is a word of its own.", Mend: "Put a space between."},
	},
	DiApart: {
		severity: Warning,
		id:       Text{What: "%[1]q ditulis bersambung: %[2]s.", Why: "Di depan kata kerja, di- adalah awalan.", Mend: "Hapus spasinya."},
		en:       Text{What: "%[1]q is written as one word: %[2]s.", Why: "Before a verb, di- is a prefix.", Mend: "Take the space away."},
	},
	ForbiddenAsks: {
		severity: Warning,
		id:       Text{What: "Butir larangan ini tidak mulai dengan Jangan: %[1]q.", Why: "Orang yang membaca cepat mengiranya suruhan.", Mend: "Mulai dengan Jangan, atau pindahkan ke kotak :::boleh."},
		en:       Text{What: "This item of what not to do does not begin with Jangan: %[1]q.", Why: "Who reads fast takes it for advice.", Mend: "Begin with Jangan (in English: Do not), or move it to a box :::boleh."},
	},
	LinkVague: {
		severity: Warning,
		id:       Text{What: "Tautan %[1]q tidak menyebut tujuannya.", Why: "Orang yang mendengar halaman ini hanya mendengar kata itu.", Mend: "Tulis nama halaman yang dituju."},
		en:       Text{What: "The link %[1]q does not say where it leads.", Why: "Who listens to the page hears only these words.", Mend: "Write the name of the page."},
	},
	LinkTwin: {
		severity: Warning,
		id:       Text{What: "Tautan %[1]q juga dipakai untuk %[2]s.", Why: "Dua tautan dengan kata yang sama seharusnya menuju tempat yang sama.", Mend: "Bedakan kata-katanya."},
		en:       Text{What: "The link %[1]q leads to %[2]s as well.", Why: "Two links with the same words should lead to the same place.", Mend: "Give them other words."},
	},
	SourceRefused: {
		severity: Error,
		id:       Text{What: "Alamat ini membuka berita yang menyebut nama korban.", Why: "Keluarganya bisa dikenali. Alamat ini ada di daftar sumber_ditolak di content/gaya.yaml.", Mend: "Hapus alamatnya. Nama koran dan tanggalnya boleh tetap."},
		en:       Text{What: "This address opens a report that names a victim.", Why: "The family may be recognised. It is in the list sumber_ditolak of content/gaya.yaml.", Mend: "Delete the address. The name of the paper and the date may stay."},
	},
	RefusedKeyBroken: {
		severity: Error,
		id:       Text{What: "Di daftar sumber_ditolak hanya ada sidik jari, bukan alamat.", Why: "Kalau alamatnya tertulis di sini, daftar ini sendiri membuka berita itu.", Mend: "Ganti dengan sidik jarinya, enam belas huruf dan angka."},
		en:       Text{What: "The list sumber_ditolak holds fingerprints and no addresses.", Why: "An address here would itself lead to the report.", Mend: "Replace it by its fingerprint, sixteen letters and digits."},
	},
	MixedLetters: {
		severity: Warning,
		id:       Text{What: "Kata %[1]q memakai huruf dari abjad lain.", Why: "Hurufnya tampak sama, tetapi pencarian tidak menemukannya dan HP membacanya salah.", Mend: "Hapus kata itu dan ketik ulang."},
		en:       Text{What: "The word %[1]q has letters of another alphabet.", Why: "They look the same, but no search finds the word and phones read it wrongly.", Mend: "Delete the word and type it again."},
	},
	HeadingUnderlined: {
		severity: Error,
		id:       Text{What: "Garis === ini membuat baris di atasnya menjadi judul besar.", Why: "Judul besar tidak boleh ada di isi halaman.", Mend: "Hapus baris ini. Untuk judul bagian, tulis ## di depan judulnya."},
		en:       Text{What: "This line of === makes the line above a first-level heading.", Why: "None may stand in the text.", Mend: "Delete this line. For the heading of a section write ## in front of it."},
	},
	BoxInBox: {
		severity: Error,
		id:       Text{What: "Kotak :::%[1]s ada di dalam kotak :::%[2]s.", Why: "Baris ::: yang pertama menutup kotak yang di dalam, bukan yang di luar.", Mend: "Tulis ::: sebelum baris %[3]d, dan hapus ::: yang tersisa di bawah. Teks sesudahnya diberi kotak sendiri kalau perlu."},
		en:       Text{What: "The box :::%[1]s stands inside the box :::%[2]s.", Why: "The first ::: ends the inner box and not the outer one.", Mend: "Write ::: before line %[3]d, and delete the ::: that is left below. Give the text behind a box of its own if it needs one."},
	},
	BoxEndDiffers: {
		severity: Error,
		id:       Text{What: "Penutup kotak :::%[1]s tidak sama panjang dengan pembukanya.", Why: "Jumlah titik dua di pembuka dan penutup harus sama.", Mend: "Pakai tiga titik dua di keduanya: :::%[1]s dan :::"},
		en:       Text{What: "The end of the box :::%[1]s is not as long as its beginning.", Why: "Both must have the same number of colons.", Mend: "Write three colons in both: :::%[1]s and :::"},
	},
	BoxEndInLine: {
		severity: Error,
		id:       Text{What: "Penutup ::: kotak :::%[1]s ada di akhir kalimat.", Why: "Penutup hanya berlaku kalau sendiri di barisnya. Teks sesudahnya masuk ke dalam kotak.", Mend: "Pindahkan ::: ke baris baru."},
		en:       Text{What: "The ::: that ends the box :::%[1]s stands behind a sentence.", Why: "It counts only when it is alone in its line. The text below would be in the box.", Mend: "Move ::: to a line of its own."},
	},
	BoxEmpty: {
		severity: Error,
		id:       Text{What: "Kotak :::%[1]s kosong.", Mend: "Tulis isinya di antara baris :::%[1]s dan baris :::, atau hapus kotaknya."},
		en:       Text{What: "The box :::%[1]s is empty.", Mend: "Write its text between the line :::%[1]s and the line :::, or delete the box."},
	},
	BehindComment: {
		severity: Error,
		id:       Text{What: "Teks di belakang catatan tidak akan terbit: %[1]q.", Why: "Catatan yang berdiri di awal baris memakai seluruh barisnya.", Mend: "Pindahkan teks itu ke baris sendiri, di bawah catatannya."},
		en:       Text{What: "What stands behind this note would not be published: %[1]q.", Why: "A note at the start of a line takes all of its line.", Mend: "Move the text to a line of its own, below the note."},
	},
	KeyBelow: {
		severity: Error,
		id:       Text{What: "Baris ini tampak seperti data halaman, tetapi berdiri di dalam teks: %[1]q.", Why: "Di bawah garis --- yang kedua semuanya terbit sebagai teks. Data di sana tidak dibaca, juga draf: ya.", Mend: "Pindahkan ke atas garis --- yang kedua. Kalau memang teks, beri \\ di depannya."},
		en:       Text{What: "This line looks like data of the page, but stands in its text: %[1]q.", Why: "Below the second line of --- all is published as text. Data are not read there, not even draf: ya.", Mend: "Move it above the second line of ---. If it is text, write \\ before it."},
	},
	NearComment: {
		severity: Error,
		id:       Text{What: "Catatan <!-- ini tidak ditutup.", Why: "Semua teks sesudahnya tidak terbit.", Mend: "Tulis --> di akhir catatan."},
		en:       Text{What: "This note <!-- is not closed.", Why: "Nothing behind it is published.", Mend: "Write --> at its end."},
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
	AliasTwice: {
		severity: Error,
		id:       Text{What: "Alamat lama %[1]s sudah menjadi alamat halaman ini.", Mend: "Hapus dari alias."},
		en:       Text{What: "The old address %[1]s is an address of this page already.", Mend: "Delete it from alias."},
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
		id:       Text{What: "Halaman ini belum terbit, tetapi ada %[1]d tautan ke sini.", Why: "Pembaca yang menekannya tidak akan menemukan apa-apa. Tautannya: %[2]s.", Mend: "Terbitkan halaman ini (kunci draf, terbit, berakhir), atau hapus tautan itu."},
		en:       Text{What: "This page is not published, but %[1]d links lead here.", Why: "Readers who press them would find nothing. They stand in: %[2]s.", Mend: "Publish the page (keys draf, terbit, berakhir), or delete the links."},
	},
	AddressMalformed: {
		severity: Error,
		id:       Text{What: "Alamat %[1]q tidak lengkap atau salah tulis.", Why: "Tautan ke situs lain dimulai dengan https:// dan nama situsnya.", Mend: "Tulis lengkap, contoh: https://peduliwni.kemlu.go.id"},
		en:       Text{What: "The address %[1]q is incomplete or mistyped.", Why: "A link to another site begins with https:// and the name of the site.", Mend: "Write it in full, for example: https://peduliwni.kemlu.go.id"},
	},
	TargetOnDisk: {
		severity: Error,
		id:       Text{What: "%[1]q menunjuk ke komputer Anda sendiri.", Why: "Pembaca tidak bisa membuka berkas di komputer lain.", Mend: "Salin berkasnya ke folder content/gambar, lalu tulis: ../gambar/nama-berkas.jpg"},
		en:       Text{What: "%[1]q points to your own computer.", Why: "Readers cannot open files of another computer.", Mend: "Copy the file into content/gambar, then write: ../gambar/file-name.jpg"},
	},
	TargetBackslash: {
		severity: Error,
		id:       Text{What: "Tautan %[1]s memakai tanda \\.", Why: "Di web, folder dipisahkan dengan tanda /.", Mend: "Ganti \\ dengan /"},
		en:       Text{What: "The link %[1]s uses the sign \\.", Why: "On the web folders are parted by /.", Mend: "Replace \\ by /"},
	},
	PictureOutside: {
		severity: Error,
		id:       Text{What: "Gambar %[1]q diambil dari situs lain.", Why: "Situs lain akan tahu siapa yang membaca, dan gambarnya bisa hilang.", Mend: "Salin gambarnya ke content/gambar, lalu tulis: ../gambar/nama.jpg"},
		en:       Text{What: "The picture %[1]q comes from another site.", Why: "That site would learn who reads, and the picture may vanish.", Mend: "Copy it into content/gambar, then write: ../gambar/name.jpg"},
	},
	DialMalformed: {
		severity: Error,
		id:       Text{What: "Tautan %[1]q tidak bisa dibuka HP.", Why: "Setelah tel: dan sms: hanya boleh ada angka dan tanda + di depan. Setelah mailto: alamat surel. Setelah geo: lintang,bujur.", Mend: "Untuk nomor, pakai :kontak[…]."},
		en:       Text{What: "A phone cannot open the link %[1]q.", Why: "Behind tel: and sms: only digits may stand, with a + in front; behind mailto: a mail address; behind geo: latitude,longitude.", Mend: "For numbers use :kontak[…]."},
	},
	AddressTells: {
		severity: Warning,
		id:       Text{What: "Alamat %[1]q menyembunyikan tujuannya, atau memberi tahu pihak lain siapa yang membukanya.", Why: "Pembaca yang diawasi bisa ketahuan.", Mend: "Buka alamat itu, lalu salin alamat halaman yang sebenarnya."},
		en:       Text{What: "The address %[1]q hides where it leads, or tells others who opens it.", Why: "Readers who are watched may be found out.", Mend: "Open it and copy the address of the page itself."},
	},
	AliasBroken: {
		severity: Error,
		id:       Text{What: "Alamat lama %[1]q tidak bisa dipakai.", Why: "alias adalah alamat di dalam situs ini, tanpa https:// dan tanpa titik dua.", Mend: "Contoh: panduan/biaya-lama.html"},
		en:       Text{What: "The old address %[1]q cannot be used.", Why: "An alias is an address inside this site, without https:// and dots.", Mend: "Example: panduan/biaya-lama.html"},
	},
	LinkEmpty: {
		severity: Error,
		id:       Text{What: "Tautan ini tidak punya tujuan.", Mend: "Tulis tujuannya: [Biaya](biaya.md)"},
		en:       Text{What: "This link leads nowhere.", Mend: "Write where it leads: [Biaya](biaya.md)"},
	},
	FileTargetAbsent: {
		severity: Error,
		id:       Text{What: "Berkas %[1]q tidak ada.", Mend: "Salin berkasnya ke folder itu, atau perbaiki namanya."},
		en:       Text{What: "There is no file %[1]q.", Mend: "Copy the file there, or mend its name."},
	},
}
