package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"suluh/internal/edit"
	"suluh/internal/output"
	"suluh/internal/tree"
)

// cause is what a computer refuses, in the words of those who can mend it.
type cause struct {
	is   error
	says message
}

// causes are asked in this order: the narrower ones come first.
var causes = []cause{
	{output.ErrNotOurs, message{
		"folder hasil berisi berkas yang tidak dibuat suluh, jadi tidak disentuh. Pilih folder lain dengan --output, atau kosongkan folder itu.",
		"the folder for the site holds files that suluh did not make, so it is left alone. Choose another one with --output, or empty it.",
	}},
	{output.ErrSources, message{
		"hasil tidak boleh bercampur dengan isi. Pilih folder lain dengan --output.",
		"the site may not mix with its sources. Choose another folder with --output.",
	}},
	{output.ErrLocked, message{
		"situs ini sedang dibuat oleh perintah lain. Tunggu sampai selesai.",
		"another build is writing this site. Wait until it is done.",
	}},
	{output.ErrInTheWay, message{
		"ada berkas yang tidak dibuat suluh di tempat yang diperlukan situs. Pindahkan berkas itu.",
		"a file that suluh did not make stands where the site needs its place. Move it.",
	}},
	{tree.ErrOutside, message{
		"folder atau berkas ini hanya tautan ke luar folder situs. Salin isinya ke dalam folder, atau pakai --links kalau memang disengaja.",
		"this folder or file is only a link out of the site's folder. Copy what it leads to into the folder, or use --links if it is meant so.",
	}},
	{syscall.ENOSPC, message{
		"disk penuh. Hapus berkas yang tidak dipakai, lalu ulangi.",
		"the disk is full. Delete files that are not needed, then try again.",
	}},
	{syscall.EROFS, message{
		"disk ini hanya bisa dibaca. Pakai folder di disk lain.",
		"this disk can only be read. Use a folder on another one.",
	}},
	{syscall.EMFILE, message{
		"terlalu banyak berkas terbuka. Tutup program lain, atau naikkan batasnya (ulimit -n).",
		"too many files are open. Close other programs, or raise the limit (ulimit -n).",
	}},
	{syscall.EPIPE, message{
		"yang membaca hasilnya sudah berhenti.",
		"nobody reads the result any more.",
	}},
	{fs.ErrPermission, message{
		"tidak diizinkan. Periksa pemilik dan izin folder itu, dan tutup program yang sedang membukanya.",
		"not permitted. See who owns the folder and may write it, and close programs that hold it open.",
	}},
	{fs.ErrNotExist, message{
		"tidak ditemukan. Periksa ejaannya, atau jalankan perintah di dalam folder situs.",
		"not found. See how it is spelt, or run the command inside the folder of the site.",
	}},
	{fs.ErrExist, message{
		"sudah ada. Pilih nama lain.",
		"it is there already. Choose another name.",
	}},
	{syscall.ENOTDIR, message{
		"ada berkas yang bernama seperti folder yang diperlukan. Ganti namanya.",
		"a file has the name of a folder that is needed. Rename it.",
	}},
}

// fail reports an error of the disk or the network: what to do, in the reader's
// language, and below what the computer said.
func (e *env) fail(err error) int {
	var conflict *edit.Conflict
	if errors.As(err, &conflict) {
		e.complain(
			sayConflict, conflict.Name)
		return failed
	}
	for _, c := range causes {
		if errors.Is(err, c.is) {
			e.complain(c.says)
			fmt.Fprintf(e.stderr, "  (%v)\n", err)
			return failed
		}
	}
	e.complain(sayTroubleWithTheComputerOr, err)
	return failed
}
