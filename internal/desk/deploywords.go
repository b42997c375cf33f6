package desk

import (
	"errors"
	"strconv"
	"strings"

	"suluh/internal/content"
	"suluh/internal/deploy"
	"suluh/internal/output"
	"suluh/internal/target"
)

// wrongView says why nothing, or not all, was published, and what to do.
type wrongView struct {
	What, Mend string
	Detail     string // what the other side said
	InConfig   bool   // it is mended in situs.yaml
}

var errTrustForm = errors.New("the fingerprint is not complete")

// noKeyring says how a computer without a keyring publishes all the same.
func noKeyring(to content.Target) string {
	return "Komputer ini tidak punya tempat menyimpan kata sandi, jadi kata sandinya tidak disimpan. Isi variabel " + deploy.SecretVariable +
		" sebelum menjalankan suluh, atau kirim dengan suluh deploy " + to.Name + " --credentials BERKAS. Berkas itu di luar folder situs."
}

// whyNot says why a step failed.
func (d *Desk) whyNot(s *sending) *wrongView {
	text, err := s.to.Address.Text, s.err
	if unknown, is := errors.AsType[*deploy.UnknownHost](err); is {
		return &wrongView{
			What:     unknown.Host + " belum dikenal. Sidik kuncinya: " + unknown.Fingerprint,
			Mend:     "Cocokkan dengan sidik dari tempat hosting. Kalau sama, tulis di bawah tujuan itu: sidik: " + unknown.Fingerprint,
			InConfig: true,
		}
	}
	switch {
	case errors.Is(err, deploy.ErrMany):
		return &wrongView{What: strconv.Itoa(s.plan.PagesGone()) + " halaman akan dihapus. Tidak ada yang dikirim.", Mend: "Periksa daftarnya. Kalau memang begitu, beri centang di bawah, lalu tekan lagi."}
	case errors.Is(err, deploy.ErrNotOurs), errors.Is(err, output.ErrNotOurs):
		return &wrongView{What: "Di " + text + " sudah ada situs lain, yang tidak diterbitkan oleh suluh. Situs itu tidak diubah.", Mend: "Pilih folder lain, atau pindahkan dulu situs itu.", InConfig: true}
	case errors.Is(err, deploy.ErrNoBefore):
		return &wrongView{What: "Versi sebelumnya tidak diketahui di komputer ini: terbit terakhir dari komputer lain, atau baru sekali terbit.", Mend: "Kembalikan dari komputer itu, atau perbaiki isinya lalu terbitkan lagi."}
	case errors.Is(err, deploy.ErrLogin):
		return &wrongView{What: text + " menolak nama atau kata sandi.", Mend: "Periksa nama di alamatnya. Kalau sudah benar, simpan kata sandinya lagi di bawah.", Detail: d.detail(s), InConfig: true}
	case errors.Is(err, deploy.ErrNoSecret):
		return &wrongView{What: text + " meminta kata sandi.", Mend: "Simpan kata sandinya sekali di bawah, lalu coba lagi."}
	case errors.Is(err, deploy.ErrHostChanged):
		return &wrongView{What: text + " menunjukkan kunci lain dari yang dipercaya. Tidak ada yang dikirim.", Mend: "Tanyakan ke tempat hosting sebelum mencoba lagi: mungkin ada yang menyadap.", Detail: d.detail(s)}
	case errors.Is(err, errTrustForm):
		return &wrongView{What: "Sidik di bawah tujuan " + s.to.Name + " tidak lengkap.", Mend: "Salin seluruhnya, diawali SHA256:", InConfig: true}
	case errors.Is(err, deploy.ErrNoProgram):
		program, _, _ := strings.Cut(err.Error(), ":")
		return &wrongView{What: "Program " + program + " belum dipasang di komputer ini.", Mend: "Pasang dulu, atau pakai tujuan lain (SFTP, FTPS, S3)."}
	case errors.Is(err, deploy.ErrChanged), errors.Is(err, output.ErrNoManifest):
		return &wrongView{What: "Folder public berubah sejak situs dibangun. Tidak ada yang dikirim.", Mend: "Lihat lagi apa yang akan berubah: situsnya dibangun lagi."}
	case errors.Is(err, output.ErrLocked):
		return &wrongView{What: "Program lain sedang menulis ke folder yang sama.", Mend: "Tunggu sampai selesai, lalu coba lagi."}
	case s.plan == nil && !s.back || s.to.Address.Kind == target.Folder:
		return &wrongView{What: "Tidak bisa sampai ke " + text + ".", Mend: "Periksa alamatnya, sambungan, dan foldernya, lalu coba lagi. Stik USB harus tercolok.", Detail: d.detail(s), InConfig: true}
	default:
		return &wrongView{What: "Sambungan ke " + text + " terputus.", Mend: "Coba lagi: yang sudah sampai tidak dikirim ulang.", Detail: d.detail(s)}
	}
}

// detail gives what the other side said, without the password, should it repeat that.
func (d *Desk) detail(s *sending) string {
	text := s.err.Error()
	if password, err := d.secretsOf(s.to).Find(); err == nil && len(password) > 0 {
		text = strings.ReplaceAll(text, string(password), "…")
	}
	return text
}
