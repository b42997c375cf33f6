package desk

import (
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/importer"
	"suluh/internal/limits"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// receiveView asks for what officials sent.
type receiveView struct {
	Wrong   string
	Waiting int // sheets that were seen and not wholly written
}

// planView shows what would change, and asks what is not certain.
type planView struct {
	ID       string // under which what was sent waits
	Villages []importer.Village
	Asked    []remarkView
	Refused  []remarkView
	Noted    []remarkView
	Stops    []remarkView
	Read     int
}

// remarkView is something to say of a cell, with the answer that was given.
type remarkView struct {
	importer.Remark
	source.Text
	Row      int
	Field    string // the name of its field in the form
	Answer   string
	Proposal string
}

func (d *Desk) receive(w http.ResponseWriter, _ *http.Request) {
	d.mu.Lock()
	waiting := len(d.sent)
	d.mu.Unlock()
	d.show(w, "receive", "Masukkan data desa", receiveView{Waiting: waiting})
}

// known gives what an import has to know of a site.
func known(s *publish.Edition) importer.Site {
	return importer.Site{Villages: s.Villages, Regency: s.Config.Regency.Code, Files: s.Files(), Today: s.Date()}
}

// plan reads what was sent, or again with answers, and shows what would change.
func (d *Desk) plan(w http.ResponseWriter, r *http.Request) {
	id := r.PostFormValue("kiriman")
	table, ok := d.table(id)
	if !ok {
		name, data := "tempelan.txt", []byte(r.PostFormValue("tempelan"))
		if r.PostFormValue("desa") != "" {
			data = []byte(messageOf(r.PostForm))
		}
		if file, head, err := r.FormFile("lembar"); err == nil {
			defer file.Close()
			if data, err = io.ReadAll(io.LimitReader(file, int64(limits.Sheet.Max)+1)); err != nil {
				d.trouble(w, err)
				return
			}
			name = head.Filename
		}
		var err error
		if table, err = importer.Read(name, data); err != nil {
			d.show(w, "receive", "Masukkan data desa", receiveView{Wrong: unreadable(err)})
			return
		}
		id = d.keep(table)
	}
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	if s.Villages.Areas == nil {
		d.show(w, "receive", "Masukkan data desa", receiveView{Wrong: "villages/wilayah.tsv belum ada. Tanpa daftar desa, nama tidak bisa dicocokkan."})
		return
	}
	answers := answersIn(r)
	plan, err := importer.Make(table, known(s), answers, false)
	if err != nil {
		d.trouble(w, err)
		return
	}
	v := planView{ID: id, Villages: plan.Villages, Read: plan.Read}
	for _, remark := range plan.Remarks {
		row := remarkView{Remark: remark, Text: remark.In(source.Indonesian), Row: remark.Row, Proposal: remark.Proposal, Field: "jawab-" + strconv.Itoa(remark.Row) + "-" + strings.ToLower(remark.Heading)}
		switch remark.Sort {
		case importer.Asked:
			v.Asked = append(v.Asked, row)
		case importer.Refused:
			v.Refused = append(v.Refused, row)
		default:
			v.Noted = append(v.Noted, row)
		}
	}
	for _, guard := range plan.Guards {
		v.Stops = append(v.Stops, remarkView{Remark: guard, Text: guard.In(source.Indonesian)})
	}
	if r.URL.Path == Path+"masukkan" && len(v.Stops) == 0 && len(plan.Villages) > 0 {
		d.takePlan(w, r, id, plan)
		return
	}
	d.show(w, "plan", "Yang akan berubah", v)
}

// take writes what was shown, if it is still so.
func (d *Desk) take(w http.ResponseWriter, r *http.Request) { d.plan(w, r) }

func (d *Desk) takePlan(w http.ResponseWriter, r *http.Request, id string, plan *importer.Plan) {
	var changes []edit.Change
	for _, v := range plan.Villages {
		changes = append(changes, v.Change)
	}
	if err := d.apply("Memasukkan data "+count(len(changes), "desa"), changes...); err != nil {
		d.trouble(w, err)
		return
	}
	asked, refused := plan.Counts()
	if asked+refused == 0 {
		d.forget(id)
	}
	d.show(w, "taken", "Sudah ditulis", struct {
		Villages       []importer.Village
		Asked, Refused int
	}{plan.Villages, asked, refused})
}

// answersIn reads the answers of a form: yes, or a value.
func answersIn(r *http.Request) importer.Answers {
	answers := importer.Answers{}
	for name, values := range r.PostForm {
		rest, isAnswer := strings.CutPrefix(name, "jawab-")
		row, heading, ok := strings.Cut(rest, "-")
		n, err := strconv.Atoi(row)
		if value := strings.TrimSpace(strings.Join(values, "")); isAnswer && ok && err == nil && value != "" {
			answers[importer.Place{Row: n, Heading: heading}] = value
		}
	}
	return answers
}

// unreadable says why nothing can be taken from what was sent.
func unreadable(err error) string {
	switch {
	case errors.Is(err, importer.ErrNoHeadings):
		return "Tidak ada baris judul dengan kolom Desa. Pakai lembar isian dari suluh export lembar, atau tempel pesan dari formulir."
	case errors.Is(err, importer.ErrTooLarge):
		return "Lembar ini terlalu besar. Bagi menjadi beberapa lembar."
	case errors.Is(err, importer.ErrOldExcel):
		return "Berkas .xls lama tidak bisa dibaca. Buka di Excel, lalu simpan sebagai .xlsx atau CSV."
	case errors.Is(err, importer.ErrWorkbook):
		return "Berkas ini rusak, terkunci, atau bukan lembar. Buka di Excel, lalu simpan lagi sebagai .xlsx tanpa kata sandi."
	}
	return "Tidak bisa dibaca: " + err.Error()
}

// mostWaiting is how many sheets wait at once; older ones are sent again.
const mostWaiting = 8

func (d *Desk) keep(table *importer.Table) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.sent) >= mostWaiting {
		clear(d.sent)
	}
	id := secret()
	d.sent[id] = table
	return id
}

func (d *Desk) table(id string) (*importer.Table, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	table, ok := d.sent[id]
	return table, ok
}

func (d *Desk) forget(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.sent, id)
}
