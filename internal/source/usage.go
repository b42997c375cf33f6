package source

// Usage is how the command is used.
func Usage(lang Lang) string {
	if lang == English {
		return UsageEN
	}
	return UsageID
}

// UsageID is the usage in Indonesian.
const UsageID = `Suluh membuat situs ringan dari panduan, daftar langkah, dan data desa.

Cara pakai:
  suluh build   membuat situs
      --source FOLDER   folder yang berisi content/ dan villages/ (bawaan: di sini)
      --output FOLDER   tempat hasilnya (bawaan: public)
      --compress best|fast|none   sekecil mungkin, secepat mungkin, atau tanpa berkas
                        .br dan .gz (sama dengan --no-compress). Bawaan: sekecil
                        mungkin di situs kecil dan untuk yang paling dibaca
      --no-compress     tanpa berkas .br dan .gz
      --in-place        ganti berkas satu per satu di folder yang sama; dipakai
                        sendiri untuk folder yang sedang dipegang server atau kontainer
      --without BAGIAN  tanpa poster, vcf, sitemap, cari (pencarian) atau tautan
                        (pemeriksaan tautan); beberapa dipisah koma
      --sign KUNCI      menandatangani daftar berkas, supaya salinan bisa diperiksa
      --host NAMA       juga berkas untuk tempat hosting: nginx, caddy, apache (cPanel),
                        netlify, cloudflare, github, gitlab, s3; beberapa dipisah koma
      --sw on|off       off: hapus lagi halaman yang disimpan di HP pembaca
  suluh check   memeriksa isi tanpa membuat situs
      --format text|json|sarif
      --gaps            menyebut satu per satu nomor yang memang belum diketahui
      --fix             menulis tanda tetap {#…} pada butir daftar langkah
      --reading         berapa sulit setiap halaman dibaca
      --weights         berapa berat setiap halaman
      --explain KODE    menjelaskan satu kode, contoh: --explain TEL02
  suluh serve   melihat situs di komputer sendiri; halaman ikut berubah saat disimpan
      --addr ALAMAT     bawaan: 127.0.0.1:1313
      --poll            melihat sendiri apa yang berubah, untuk folder di jaringan
  suluh desk    meja kerja di browser: menulis halaman, melihat yang salah,
                memasukkan data desa, riwayat. Sama dengan suluh tanpa kata
                di folder situs
      --addr ALAMAT     bawaan: 127.0.0.1:1313, atau yang bebas
      --no-open         tidak membuka browser
  suluh new     membuat berkas baru: panduan|langkah|negara|halaman|desa NAMA
                atau situs baru: suluh new situs FOLDER
      --kabupaten KODE|NAMA   situs baru dengan desa-desa kabupaten itu dan nomor
                              nasional, contoh: --kabupaten 35.10
                atau kunci untuk menandatangani: suluh new kunci BERKAS
  suluh import  memasukkan data desa dari lembar atau chat: BERKAS.csv, .xlsx, .txt, atau -
                Yang meragukan ditanyakan. Tanpa --write hanya menunjukkan.
      --write           menulis semua yang tidak perlu jawaban
      --yes BARIS:KOLOM menerima usul di sel itu; atau --yes BARIS:KOLOM=ISI
      --diff            menunjukkan baris berkas yang berubah
      --force           juga mengosongkan, dan mengganti data banyak desa
  suluh export  memberi data desa: lembar (Excel untuk diisi), csv, json, hsds, atau
                pesan DESA (teks WhatsApp untuk satu desa)
      --output BERKAS   tempat hasilnya; - ke layar
  suluh due     yang harus diperiksa lagi, dan siapa yang ditanya
      --within WAKTU    sampai kapan (bawaan: "30 hari"), atau semua
      --format text|csv|ics|html
      --telepon         daftar untuk ditelepon satu per satu, dengan kalimatnya
      --jawab BERKAS    jawaban telepon: KUNCI ya, KUNCI ganti 08…, KUNCI tidak diangkat;
                        ditulis dengan --write
  suluh kit     poster A4 dan kartu A6 sebagai PDF: suluh kit DESA, atau KABUPATEN
      --output FOLDER   tempat hasilnya (bawaan: cetak)
      --satu            semua dalam satu PDF, untuk dicetak sekali
  suluh withdraw "NOMOR"  menghapus nomor yang pemiliknya tidak setuju lagi, dari semua
                berkas desa; ditulis dengan --write
  suluh deploy  menerbitkan situs: suluh deploy TUJUAN, nama dari terbitkan: di
                content/situs.yaml, folder, atau alamat sftp:// ftps:// s3:// git+https://
                rsync://. Situs dibuat dulu. Tanpa --write hanya menunjukkan.
      --write           mengirim
      --undo            mengembalikan yang terbit sebelumnya
      --login           menyimpan kata sandi di komputer ini
      --credentials BERKAS  kata sandi, atau kunci SSH, dari berkas di luar folder situs
      --trust SIDIK     mempercayai kunci tempat hosting dengan sidik ini
      --force           juga menghapus banyak halaman, dan menimpa situs lain
      --full            mengirim semua berkas, juga yang tercatat sudah sama
      --built           tanpa membuat situs lagi
      --all             menyebut semua berkas
  suluh verify  memeriksa apakah salinan situs masih seperti yang diterbitkan:
                suluh verify FOLDER, BERKAS.zip, atau ALAMAT
      --key KUNCI.pub   dan apakah diterbitkan oleh pemilik kunci itu
  suluh limits  paling banyak berapa: ukuran berkas, baris, gambar, dan lain-lain
  suluh version program yang mana ini
  suluh completion  naskah bash yang melengkapi perintah: source <(suluh completion)

Untuk semua perintah:
  --date TANGGAL    tanggal untuk menilai apa yang harus diperiksa lagi (bawaan: hari ini, WIB)
  --base ALAMAT     alamat situs, kalau lain dari content/situs.yaml
  --jobs N          banyaknya berkas yang dibaca sekaligus
  --links           tautan berkas (symlink) boleh keluar dari folder situs
  --lang id|en      bahasa pesan

Hasil: 0 baik, 1 ada yang salah di isi, 2 salah pakai atau gangguan disk.
`

// UsageEN is the usage in English.
const UsageEN = `Suluh makes a light site of guides, checklists and village data.

Usage:
  suluh build   make the site
      --source FOLDER   the folder that holds content/ and villages/ (default: here)
      --output FOLDER   where the site goes (default: public)
      --compress best|fast|none   as small as can be, as fast as can be, or without
                        .br and .gz files (as --no-compress). Default: as small as
                        can be on small sites and for what is read most
      --no-compress     without .br and .gz files
      --in-place        exchange files one by one in the same folder; used by itself
                        for a folder that a server or a container holds
      --without PARTS   leave out poster, vcf, sitemap, cari (search) or tautan
                        (checking links), with commas between
      --sign KEY        sign the list of files, so that copies can be verified
      --host NAME       also files for the host: nginx, caddy, apache (cPanel), netlify,
                        cloudflare, github, gitlab, s3; with commas between
      --sw on|off       off: take back the pages that readers saved on their phones
  suluh check   check the content without making the site
      --format text|json|sarif
      --gaps            name one by one the numbers that are known to be missing
      --fix             write stable ids {#…} to checklist items
      --reading         how hard each page is to read
      --weights         what each page weighs
      --explain CODE    explain one code, such as --explain TEL02
  suluh serve   see the site on this computer; pages follow when you save
      --addr ADDRESS    default: 127.0.0.1:1313
      --poll            look for changes by itself, for folders on a network
  suluh desk    the desk of editors in the browser: write pages, see what is wrong,
                take in village data, history. The same as suluh without words
                in the folder of a site
      --addr ADDRESS    default: 127.0.0.1:1313, or one that is free
      --no-open         do not open a browser
  suluh new     make a new file: panduan|langkah|negara|halaman|desa NAME
                or a new site: suluh new situs FOLDER
      --kabupaten CODE|NAME   a new site with the villages of that regency and the
                              national numbers, such as --kabupaten 35.10
                or a key to sign with: suluh new kunci FILE
  suluh import  takes village data from a sheet or a chat: FILE.csv, .xlsx, .txt, or -
                What is doubtful is asked. Without --write it only shows.
      --write           write all that needs no answer
      --yes ROW:COLUMN  accept the proposal at that cell; or --yes ROW:COLUMN=VALUE
      --diff            show the lines of files that change
      --force           also empty values, and replace what many villages have
  suluh export  gives village data: lembar (a workbook to fill in), csv, json, hsds, or
                pesan VILLAGE (the text for WhatsApp of one village)
      --output FILE     where to; - to the screen
  suluh due     what has to be checked again, and whom to ask
      --within TIME     until when (default: "30 hari"), or semua for all
      --format text|csv|ics|html
      --telepon         a list to ring through, with what to say
      --jawab FILE      answers: KEY ya, KEY ganti 08…, KEY tidak diangkat; written with --write
  suluh kit     poster (A4) and cards (A6) as PDF: suluh kit VILLAGE, or REGENCY
      --output FOLDER   where to (default: cetak)
      --satu            all in one PDF, to print at once
  suluh withdraw "NUMBER"  take a number whose owner no longer agrees out of the files
                of all villages; written with --write
  suluh deploy  publish the site: suluh deploy TARGET, a name from terbitkan: in
                content/situs.yaml, a folder, or an address of sftp:// ftps:// s3://
                git+https:// rsync://. The site is built first. Without --write it only shows.
      --write           send
      --undo            put back what was published before
      --login           keep the password on this computer
      --credentials FILE  the password, or a key for SSH, from a file outside the site
      --trust FINGERPRINT  trust the host's key that has this fingerprint
      --force           also remove many pages, and write over another site
      --full            send all files, those too that are listed as the same
      --built           do not build the site again
      --all             name all files
  suluh verify  say whether a copy of a site is still as it was published:
                suluh verify FOLDER, FILE.zip or ADDRESS
      --key KEY.pub     and whether the holder of that key published it
  suluh limits  the most of each thing: bytes of files, lines, pictures and so on
  suluh version which program this is
  suluh completion  a bash script that completes commands: source <(suluh completion)

For every command:
  --date DATE       the day by which pages are due for review (default: today in Jakarta)
  --base ADDRESS    the site's address, if not that of content/situs.yaml
  --jobs N          how many files are read at once
  --links           links of files (symlinks) may lead out of the site's folder
  --lang id|en      language of messages

Exit: 0 good, 1 the content has faults, 2 wrong use or disk trouble.
`
