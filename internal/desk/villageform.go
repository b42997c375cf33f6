package desk

import (
	"net/http"
	"net/url"
	"strings"
)

// A village's data are typed into a form, which becomes the message that an official would
// have sent: so they go through the same questions, and what is doubtful is asked.

// villageFormView is the form, with what the village's page shows today.
type villageFormView struct {
	File, Name, Code, District string
	Fields                     []formField
}

// formField is one line of the message.
type formField struct {
	Label, Name, Value, Help string
	Choices                  []string // to choose from; empty for a line to type
}

// lines are those of the message, in its order, with what stands before the colon.
var lines = []struct{ heading, name, label, help string }{
	{"TELEPON", "telepon", "Telepon kantor", "Contoh: (0331) 123456. Satu nomor. Nomor lama dihapus dengan menulis: tidak ada"},
	{"WA", "wa", "WhatsApp kantor", "Nomor kantor, bukan nomor pribadi."},
	{"JAM", "jam", "Jam buka", "Contoh: Senin-Kamis 08.00-15.00, Jumat 08.00-11.00"},
	{"ALAMAT", "alamat", "Alamat kantor", ""},
	{"PETUNJUK", "petunjuk", "Petunjuk jalan", "Untuk orang yang tidak memakai peta. Contoh: seberang masjid besar"},
}

// officerLines are those of an officer, whose number may be a private one.
var officerLines = []struct {
	heading, name, label, help string
	choices                    []string
}{
	{"PETUGAS", "petugas", "Peran petugas, bukan nama orang", "Contoh: Petugas Desbumi", nil},
	{"", "nomor", "Nomor petugas", "Satu nomor. Kosongkan kalau tidak ada.", nil},
	{"PRIBADI", "pribadi", "Nomor milik pribadi?", "", []string{"", "ya", "tidak"}},
	{"IZIN", "izin", "Tanggal pemiliknya setuju secara tertulis", "tahun-bulan-hari. Tanpa tanggal, nomor pribadi tidak terbit.", nil},
	{"BENTUK IZIN", "bentuk", "Setuju lewat apa?", "", []string{"", "surat", "pesan"}},
	{"LINGKUP IZIN", "lingkup", "Boleh tampil di mana?", "", []string{"", "semua", "halaman, kartu", "halaman"}},
}

// villageForm asks for the data of a village, or of one that has no file yet and is named:
// the import knows it by the official list, or asks which one is meant.
func (d *Desk) villageForm(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	if name := r.URL.Query().Get("nama"); name != "" {
		d.show(w, "village", "Data kantor Desa "+name, villageFormView{Name: name, Fields: formFields(nil)})
		return
	}
	e := s.Villages.OfFile(r.URL.Query().Get("berkas"))
	if e == nil {
		d.refuse(w, "Desa ini tidak ada", "Pilih desa dari daftar.")
		return
	}
	now, err := s.Published(e)
	if err != nil {
		d.trouble(w, err)
		return
	}
	values := map[string]string{"alamat": now.Office.Address, "petunjuk": now.Office.Directions, "jam": now.Office.Hours.Line()}
	values["telepon"], values["wa"] = now.OfficeNumbers()
	v := villageFormView{File: e.File, Name: e.Name, Code: e.Code, District: e.District, Fields: formFields(values)}
	d.show(w, "village", "Data kantor Desa "+e.Name, v)
}

// formFields gives the fields of the form with what is known.
func formFields(values map[string]string) []formField {
	var fields []formField
	for _, l := range lines {
		fields = append(fields, formField{Label: l.label, Name: l.name, Value: values[l.name], Help: l.help})
	}
	for _, l := range officerLines {
		fields = append(fields, formField{Label: l.label, Name: l.name, Help: l.help, Choices: l.choices})
	}
	return fields
}

// messageOf writes the form as the message of an official.
func messageOf(form url.Values) string {
	line := func(name string) string { return strings.Join(strings.Fields(form.Get(name)), " ") }
	var b strings.Builder
	write := func(heading, value string) { b.WriteString(heading + ": " + value + "\n") }
	write("DESA", line("desa"))
	write("KODE", line("kode"))
	write("KECAMATAN", line("kecamatan"))
	for _, l := range lines {
		write(l.heading, line(l.name))
	}
	if line("nomor") == "" {
		return b.String()
	}
	role := strings.NewReplacer("(", " ", ")", " ", ":", " ").Replace(line("petugas"))
	if role = strings.TrimSpace(role); role != "" {
		role = " (" + role + ")"
	}
	write("PETUGAS"+role, line("nomor"))
	for _, l := range officerLines[2:] {
		if value := line(l.name); value != "" {
			write(l.heading, value)
		}
	}
	return b.String()
}
