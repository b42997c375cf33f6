package source

// The messages of publishing to hosts.
var (
	SayNoTargets = Message{
		"content/situs.yaml belum punya tujuan terbit. Tulis di sana, contoh:\n  terbitkan:\n    - {nama: utama, ke: ftps://nama@ftp.contoh.org/public_html}\natau tulis alamatnya: suluh deploy ALAMAT",
		"content/situs.yaml has no target to publish to yet. Write one there, such as:\n  terbitkan:\n    - {nama: utama, ke: ftps://name@ftp.example.org/public_html}\nor give its address: suluh deploy ADDRESS",
	}
	SayWhichTarget = Message{
		"ada beberapa tujuan terbit. Pilih satu: suluh deploy %s",
		"there are several targets. Choose one: suluh deploy %s",
	}
	SayTargetUnknown = Message{
		"tujuan terbit %q tidak ada di content/situs.yaml%s Alamat ditulis lengkap, contoh: ftps://nama@ftp.contoh.org/public_html; folder diawali ./ atau /",
		"content/situs.yaml has no target %q%s An address is written in full, such as ftps://name@ftp.example.org/public_html; a folder begins with ./ or /",
	}
	SayHostUnknown = Message{
		"--host tidak mengenal %q. Yang ada: %s",
		"--host knows no %q. There are: %s",
	}
	SayHostFile = Message{
		"Untuk %s: %s",
		"For %s: %s",
	}
	SayHostFileKept = Message{
		"%s sudah ada dan berbeda; tidak diubah. Hapus dulu kalau mau dibuat ulang.",
		"%s is there already, with other text, and was left alone. Delete it to have it made anew.",
	}
	SayDeployNew     = Message{"+ %s", "+ %s"}
	SayDeployChanged = Message{"~ %s", "~ %s"}
	SayDeployGone    = Message{"- %s", "- %s"}
	SayDeployMore    = Message{"  … dan %d berkas lagi (semua: --all)", "  … and %d more files (all: --all)"}
	SayDeployPlan    = Message{
		"%s: %d berkas baru, %d berubah, %d dihapus, %d tetap; %d KB dikirim",
		"%s: %d files new, %d changed, %d removed, %d the same; %d KB to send",
	}
	SayDeploySame = Message{
		"%s sudah sama. Tidak ada yang dikirim.",
		"%s is the same already. Nothing is sent.",
	}
	SayDeployWasCut = Message{
		"Pengiriman sebelumnya terputus. Yang belum sampai dikirim lagi.",
		"The sending before was cut off. What has not arrived is sent again.",
	}
	SayDeploySwaps = Message{
		"Pembaca melihat situs lama yang utuh sampai yang baru lengkap.",
		"Readers see the old site, whole, until the new one is complete.",
	}
	SayDeployInPlace = Message{
		"Berkas diganti satu per satu; setiap halaman utuh, dan yang dihapus terakhir.",
		"Files change one by one; each page is whole, and deletions come last.",
	}
	SayDeployNotYet = Message{
		"Belum ada yang dikirim. Kirim dengan --write.",
		"Nothing is sent yet. Send with --write.",
	}
	SayDeployed = Message{
		"Terbit di %s.",
		"Published to %s.",
	}
	SayDeployMany = Message{
		"%d halaman akan dihapus dari %s, dari %d. Itu lebih sering salah folder daripada disengaja. Kalau memang begitu, tambahkan --force.",
		"%d pages would be removed from %s, of %d. That is more often a wrong folder than meant. If it is meant, add --force.",
	}
	SayDeployOthers = Message{
		"di %s sudah ada situs lain, yang tidak diterbitkan oleh suluh. Pilih folder lain, atau pindahkan dulu situs itu. Kalau memang boleh ditimpa, tambahkan --force.",
		"another site stands at %s, which suluh did not publish. Choose another folder, or move that site first. If it may be written over, add --force.",
	}
	SayDeployNoBefore = Message{
		"versi sebelumnya tidak diketahui di komputer ini: terbit terakhir dari komputer lain, atau baru sekali terbit. Batalkan dari komputer itu, atau perbaiki isinya lalu terbitkan lagi.",
		"this computer does not know the version before: the last one was published from another computer, or is the first. Undo it there, or mend the content and publish again.",
	}
	SayDeployLogin = Message{
		"%s menolak nama atau kata sandi. Periksa nama di alamatnya. Ganti kata sandi yang disimpan: suluh deploy %s --login",
		"%s refused the name or the password. Check the name in the address. Change the password that is kept: suluh deploy %s --login",
	}
	SayDeployNoSecret = Message{
		"%s meminta kata sandi. Simpan sekali: suluh deploy %s --login. Di server: isi variabel %s, atau --credentials BERKAS.",
		"%s asks for a password. Keep it once: suluh deploy %s --login. On a server: set the variable %s, or use --credentials FILE.",
	}
	SayDeploySecretInSite = Message{
		"berkas kata sandi %s ada di folder situs, jadi bisa ikut terbagi. Pindahkan ke luar folder situs.",
		"the file with the password, %s, lies in the site's folder and might be shared with it. Move it out.",
	}
	SayDeploySecretOpen = Message{
		"berkas kata sandi %s bisa dibaca orang lain di komputer ini. Jalankan: chmod 600 %s",
		"others on this computer may read the file with the password, %s. Run: chmod 600 %s",
	}
	SayDeployNoKeyring = Message{
		"komputer ini tidak punya tempat menyimpan kata sandi. Isi variabel %s, atau --credentials BERKAS di luar folder situs. (%v)",
		"this computer has no keyring. Set the variable %s, or use --credentials FILE outside the site's folder. (%v)",
	}
	SayDeployAskSecret = Message{
		"Kata sandi untuk %s: ",
		"Password for %s: ",
	}
	SayDeployKept = Message{
		"Kata sandi disimpan di komputer ini, di luar folder situs.",
		"The password is kept on this computer, outside the site's folder.",
	}
	SayDeployTrust = Message{
		"%s belum dikenal. Sidik kuncinya: %s\nCocokkan dengan sidik dari tempat hosting. Kalau sama, tulis di content/situs.yaml di bawah tujuan itu: sidik: %s, atau pakai --trust %s",
		"%s is not known yet. The fingerprint of its key: %s\nCompare it with what the host says. If they are the same, write it into content/situs.yaml under the target: sidik: %s, or use --trust %s",
	}
	SayDeployHostChanged = Message{
		"%s menunjukkan kunci lain dari yang dipercaya. Tidak ada yang dikirim. Tanyakan ke tempat hosting sebelum mencoba lagi: mungkin ada yang menyadap. (%v)",
		"%s shows another key than the one that is trusted. Nothing was sent. Ask the host before you try again: somebody may be listening. (%v)",
	}
	SayDeployNoProgram = Message{
		"program %s belum dipasang di komputer ini. Pasang dulu, atau pakai tujuan lain (SFTP, FTPS, S3).",
		"the program %s is not installed on this computer. Install it, or use another target (SFTP, FTPS, S3).",
	}
	SayDeployChangedHere = Message{
		"folder %s tidak sama dengan hasil suluh build: ada berkas yang diubah atau hilang. Jalankan suluh build lagi.",
		"the folder %s is not as suluh build left it: a file was changed or is missing. Run suluh build again.",
	}
	SayDeployNotBuilt = Message{
		"folder %s belum berisi hasil suluh build. Jalankan suluh build dulu, atau jangan pakai --built.",
		"the folder %s holds nothing that suluh build made. Run suluh build first, or leave --built out.",
	}
	SayDeployCut = Message{
		"sambungan ke %s terputus. Jalankan perintah yang sama lagi: yang sudah sampai tidak dikirim ulang.\n  (%v)",
		"the line to %s was cut. Run the same command again: what has arrived is not sent again.\n  (%v)",
	}
	SayDeployTrustForm = Message{
		"sidik %q tidak lengkap. Salin seluruhnya, diawali SHA256:",
		"the fingerprint %q is not complete. Copy all of it, beginning with SHA256:",
	}
)
