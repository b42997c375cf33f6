package source

// Pictures.
const (
	PictureBroken      Code = "GAMB01" // what the decoder says
	PictureTooLarge    Code = "GAMB02" // width, height
	PictureUnsupported Code = "GAMB03" // kind
	PictureTooHeavy    Code = "GAMB04" // bytes, limit
	PictureUnsafe      Code = "GAMB05" // what was found
	WebPTooHeavy       Code = "GAMB06" // bytes, width, limit of bytes, limit of width
)

var pictureMessages = map[Code]entry{
	PictureBroken: {
		severity: Error,
		id:       Text{What: "Gambar ini rusak atau terpotong.", Why: "Isinya tidak bisa dibaca: %[1]s.", Mend: "Coba buka gambarnya di komputer. Kalau tidak tampil, minta berkas aslinya lagi. Kalau tampil, simpan ulang sebagai gambar baru."},
		en:       Text{What: "This picture is broken or cut short.", Why: "It cannot be read: %[1]s.", Mend: "Try to open it on a computer. If it does not show, ask for the original file again. If it does, save it as a new picture."},
	},
	PictureTooLarge: {
		severity: Error,
		id:       Text{What: "Ukuran gambar ini terlalu besar: %[1]d × %[2]d piksel.", Why: "Paling besar 50 juta piksel, dan setiap sisi paling panjang 20.000 piksel.", Mend: "Kecilkan gambarnya dulu. Lebar 1.280 piksel sudah lebih dari cukup."},
		en:       Text{What: "This picture is too large: %[1]d × %[2]d pixels.", Why: "It may have 50 million pixels at most, and 20,000 on each side.", Mend: "Make it smaller first. A width of 1,280 pixels is more than enough."},
	},
	PictureUnsupported: {
		severity: Error,
		id:       Text{What: "Jenis gambar ini tidak bisa dipakai: %[1]s.", Why: "Banyak HP lama tidak bisa menampilkannya, dan gambar bergerak menghabiskan kuota.", Mend: "Buka gambarnya, lalu simpan sebagai JPEG untuk foto, atau PNG untuk gambar dan tangkapan layar. Foto dari iPhone: pilih Pengaturan, Kamera, Format, Paling Kompatibel."},
		en:       Text{What: "Pictures of this kind cannot be used: %[1]s.", Why: "Many old phones cannot show it, and moving pictures eat up data.", Mend: "Open it and save it as JPEG for a photo, or PNG for a drawing or screenshot. Photos from an iPhone: choose Settings, Camera, Formats, Most Compatible."},
	},
	PictureTooHeavy: {
		severity: Error,
		id:       Text{What: "Gambar ini tidak bisa dibuat cukup ringan: masih %[1]d byte.", Why: "Paling berat %[2]d byte, supaya bisa dibuka dengan jaringan lambat.", Mend: "Potong gambarnya sampai tersisa bagian yang penting. Gambar panjang dibagi menjadi beberapa gambar."},
		en:       Text{What: "This picture cannot be made light enough: it still has %[1]d bytes.", Why: "It may have %[2]d bytes at most, so that it opens on slow networks.", Mend: "Crop it to the part that matters. Divide a long picture into several."},
	},
	PictureUnsafe: {
		severity: Error,
		id:       Text{What: "Gambar SVG ini memuat kode atau sesuatu dari luar: %[1]q.", Why: "Itu bisa membahayakan pembaca, atau memberi tahu pihak lain siapa yang membuka halaman.", Mend: "Simpan ulang dari program gambar: di Inkscape pilih Plain SVG, dan tanamkan gambar di dalamnya. Atau simpan sebagai PNG."},
		en:       Text{What: "This SVG holds code or something from outside: %[1]q.", Why: "That can endanger readers, or tell others who opens the page.", Mend: "Save it again from a drawing program: in Inkscape choose Plain SVG, and embed the pictures in it. Or save it as PNG."},
	},
	WebPTooHeavy: {
		severity: Error,
		id:       Text{What: "Gambar WebP ini terlalu berat atau terlalu lebar: %[1]d byte, lebar %[2]d piksel.", Why: "WebP dipakai apa adanya, jadi paling berat %[3]d byte dan paling lebar %[4]d piksel.", Mend: "Kecilkan gambarnya dan simpan lagi. Atau hapus WebP ini: JPEG atau PNG di sebelahnya dibuat ringan secara otomatis."},
		en:       Text{What: "This WebP is too heavy or too wide: %[1]d bytes, %[2]d pixels wide.", Why: "A WebP is used as it is, so it may have %[3]d bytes at most and be %[4]d pixels wide.", Mend: "Make it smaller and save it again. Or delete the WebP: the JPEG or PNG beside it is made light by itself."},
	},
}
