package source

// DueWords are those of the lists of what has to be checked again.
type DueWords struct {
	Now, Number, Office, Village, Missing, File, Read, Answer, Ring, Ask, Hours, Title string
	Until, Sort, Name, Key, Checked, Compiled, Whom                                    string // headings of tables
}

// DueWordsIn gives them in a language.
func DueWordsIn(lang Lang) DueWords {
	if lang == English {
		return DueWords{"now", "ring", "village office", "ask the coordinator: suluh export pesan %s", "no number is known", "file", "compare with the sources of the page", "answer", "Ring through",
			"Good morning. I am from the information portal Suluh. Is this still the number of %s?", "Is the office still open on %s?", "To be checked",
			"Due by", "Sort", "Name", "Key", "Last checked", "Compiled", "Ask"}
	}
	return DueWords{"sekarang", "telepon", "kantor desa", "tanya koordinator: suluh export pesan %s", "nomor belum diketahui", "berkas", "cocokkan dengan sumber di halamannya", "jawab", "Daftar telepon",
		"Selamat pagi. Saya dari portal informasi Suluh. Apakah ini masih nomor %s?", "Jam bukanya masih %s?", "Yang harus diperiksa",
		"Paling lambat", "Jenis", "Nama", "Kunci", "Terakhir diperiksa", "Disusun", "Tanya"}
}
