package desk

import (
	"fmt"
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
	Answered []nameView // fields of the form with the answers that were taken
	Read     int
}

// remarkView is something to say of a cell.
type remarkView struct {
	importer.Remark
	source.Text
	Field string // the name of its field in the form
}

func (d *Desk) receive(w http.ResponseWriter, _ *http.Request) {
	d.show(w, "receive", "Masukkan data desa", receiveView{Waiting: d.waiting()})
}

// waiting counts what was sent in and is not written yet.
func (d *Desk) waiting() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.sent)
}

// Known gives what an import has to know of a site.
func Known(s *publish.Edition) importer.Site {
	return importer.Site{Villages: s.Villages, Regency: s.Config.Regency.Code, Files: s.Files(), Today: s.Date()}
}

// plan shows what would change of what was sent, with the answers that were given.
func (d *Desk) plan(w http.ResponseWriter, r *http.Request) {
	if id, plan, ok := d.read(w, r); ok {
		d.showPlan(w, r, id, plan)
	}
}

// take writes what was shown, if nothing stops it by now.
func (d *Desk) take(w http.ResponseWriter, r *http.Request) {
	id, plan, ok := d.read(w, r)
	switch {
	case !ok:
	case len(plan.Guards) > 0 || len(plan.Villages) == 0:
		d.showPlan(w, r, id, plan)
	default:
		d.takePlan(w, id, plan)
	}
}

// read makes a plan of what is sent, or of what was sent before and waits; if it cannot, it
// has answered.
func (d *Desk) read(w http.ResponseWriter, r *http.Request) (id string, plan *importer.Plan, ok bool) {
	id = r.PostFormValue("kiriman")
	table, waits := d.table(id)
	if !waits {
		name, data, err := sentIn(r)
		if err != nil {
			d.trouble(w, err)
			return "", nil, false
		}
		if table, err = importer.Read(name, data); err != nil {
			d.show(w, "receive", "Masukkan data desa", receiveView{Wrong: unreadable(err)})
			return "", nil, false
		}
		id = d.keep(table)
	}
	s, err := d.current()
	if err == nil && s.Villages.Areas == nil {
		d.show(w, "receive", "Masukkan data desa", receiveView{Wrong: source.SayVillagesWilayahTsvIsMissing.In(source.Indonesian)})
		return "", nil, false
	}
	if err == nil {
		plan, err = importer.Make(table, Known(s), answersIn(r), false)
	}
	if err != nil {
		d.trouble(w, err)
		return "", nil, false
	}
	return id, plan, true
}

// sentIn gives what a form sends: a sheet, the fields of a village, or what was pasted.
func sentIn(r *http.Request) (name string, data []byte, err error) {
	if file, head, err := r.FormFile("lembar"); err == nil {
		defer file.Close()
		data, err := io.ReadAll(io.LimitReader(file, int64(limits.Sheet.Max)+1))
		return head.Filename, data, err
	}
	if r.PostFormValue("desa") != "" {
		return "tempelan.txt", []byte(messageOf(r.PostForm)), nil
	}
	return "tempelan.txt", []byte(r.PostFormValue("tempelan")), nil
}

func (d *Desk) showPlan(w http.ResponseWriter, r *http.Request, id string, plan *importer.Plan) {
	v := planView{ID: id, Villages: plan.Villages, Read: plan.Read}
	asked := map[importer.Place]bool{}
	for _, remark := range plan.Remarks {
		at := importer.Place{Row: remark.Row, Heading: strings.ToLower(remark.Heading)}
		row := remarkView{Remark: remark, Text: remark.In(source.Indonesian), Field: fieldOf(at)}
		switch remark.Sort {
		case importer.Asked:
			asked[at] = true
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
	// What was answered is asked no more, and still holds when the plan is written.
	for at, answer := range answersIn(r) {
		if !asked[at] {
			v.Answered = append(v.Answered, nameView{fieldOf(at), answer})
		}
	}
	d.show(w, "plan", "Yang akan berubah", v)
}

// fieldOf names the field of a form in which a cell is answered.
func fieldOf(at importer.Place) string { return "jawab-" + strconv.Itoa(at.Row) + "-" + at.Heading }

func (d *Desk) takePlan(w http.ResponseWriter, id string, plan *importer.Plan) {
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
	if why, args, known := importer.Unreadable(err); known {
		return fmt.Sprintf(why.In(source.Indonesian), args...)
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
