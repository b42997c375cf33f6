package markdown

import (
	"slices"
	"strings"
)

// Reserved are the ids of the parts that stand around a text: buttons, menus,
// forms. No heading and no item may take one, for its script would find the
// heading. A test of package site holds the list equal to what the layouts use.
var Reserved = []string{
	"bagikan", "bagikan-lain", "bagikan-sms", "bagikan-wa", "cari", "cetak", "dengar", "diam", "hafal", "hapus", "hasil", "hubungi", "inti", "isi", "jam", "judul-isi", "kantor", "judul-putus", "kata", "menu", "putus",
	"kemajuan", "kirim-sms", "kirim-wa", "kosongkan", "layanan", "luring", "negara", "orang", "saring", "saring-kata", "satu", "satu-desa", "satu-negara", "semua",
	"semua-desa", "sering", "simpan-ini", "situasi", "suluh-panel", "tambah-orang", "tanpa-simpan", "tentang", "terbaru", "tersimpan", "tidak-ada", "tutup",
}

// taskPrefix stands before the id of an item, so that it is apart from those of
// headings.
const taskPrefix = "c-"

func isReserved(id string) bool {
	return slices.Contains(Reserved, id) || strings.HasPrefix(id, taskPrefix)
}
