package desk

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"suluh/internal/content"
	"suluh/internal/deploy"
	"suluh/internal/target"
)

// Editors publish from the desk as the command deploy does: the site is built, what would
// change is shown, and only then is it sent. A password goes from the form into the
// keyring; no page, address or message holds one.

// targetsView lists where the site is published.
type targetsView struct {
	Targets []content.Target
	Whole   bool // all targets of situs.yaml can be read
	Config  string
}

// sendView is a target, with the step that was asked for last.
type sendView struct {
	Name, Address string
	Password      bool // it may ask for one
	Kept, NotKept string
	Config        string

	ID      string
	Back    bool
	Looks   bool // a step goes on: it looks
	Sends   bool // or it sends
	Sent    int64
	Total   int
	Faults  []faultView
	More    int
	Wrong   *wrongView
	Done    bool
	Same    bool
	Changes *changesView // that can be published
}

// changesView says what a plan changes.
type changesView struct {
	*deploy.Plan
	Sorts []sortView
}

type sortView struct {
	Title       string
	Count       int
	Names, Rest []string
}

// deployPage lists the targets, or shows one.
func (d *Desk) deployPage(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("tujuan")
	if name == "" {
		all, whole, err := d.targets()
		if err != nil {
			d.trouble(w, err)
			return
		}
		d.show(w, "targets", "Terbitkan situs", targetsView{all, whole, content.ConfigFile})
		return
	}
	if to, ok := d.target(w, name); ok {
		d.showTarget(w, to, r.URL.Query().Get("langkah"), sendView{})
	}
}

// target gives the target of a name; if there is none, it has answered.
func (d *Desk) target(w http.ResponseWriter, name string) (content.Target, bool) {
	all, _, err := d.targets()
	if err != nil {
		d.trouble(w, err)
		return content.Target{}, false
	}
	at := slices.IndexFunc(all, func(t content.Target) bool { return t.Name == name })
	if at < 0 {
		d.refuse(w, "Tujuan terbit ini tidak ada", "Tujuan terbit ditulis di "+content.ConfigFile+", di bawah terbitkan. Pilih Terbitkan di atas, lalu pilih dari sana.")
		return content.Target{}, false
	}
	return all[at], true
}

// showTarget shows a target, and the step of an id if it is the last one.
func (d *Desk) showTarget(w http.ResponseWriter, to content.Target, id string, v sendView) {
	v.Name, v.Address, v.Config = to.Name, to.Address.Text, content.ConfigFile
	v.Password = to.Address.Kind != target.Folder
	title := "Terbitkan ke " + to.Name
	switch s := d.lastSending(); {
	case s == nil || s.to.Name != to.Name:
	case !s.hasEnded():
		v.Looks, v.Sends, v.Sent, v.Total = !s.all, s.all, s.sent.Load(), s.total
		title = "Sebentar: " + to.Name
		w.Header().Set("Refresh", "2; url="+stepPage(s))
	case s.id == id:
		title = d.addStep(&v, s)
	}
	d.show(w, "target", title, v)
}

// addStep adds what a step has found or done, and gives the title of its page.
func (d *Desk) addStep(v *sendView, s *sending) (title string) {
	v.ID, v.Back = s.id, s.back
	switch {
	case len(s.faults) > 0:
		v.Faults = s.faults[:min(len(s.faults), mostFaults)]
		v.More = len(s.faults) - len(v.Faults)
		return "Belum bisa diterbitkan"
	case s.err != nil:
		v.Wrong = d.whyNot(s)
		if s.plan != nil {
			v.Changes = changesOf(s.plan)
		}
		return "Belum terbit di " + v.Name
	case s.all:
		v.Done = true
		if s.back {
			return "Sudah dikembalikan di " + v.Name
		}
		return "Sudah terbit di " + v.Name
	case s.plan.IsEmpty():
		v.Same = true
		return "Tidak ada yang berubah di " + v.Name
	}
	v.Changes = changesOf(s.plan)
	return "Yang akan berubah di " + v.Name
}

// mostNamed is how many files of each sort are shown at first.
const mostNamed = 20

func changesOf(p *deploy.Plan) *changesView {
	v := &changesView{Plan: p}
	for _, sort := range []struct {
		title string
		names deploy.Names
	}{{"Baru", p.New}, {"Berubah", p.Changed}, {"Dihapus", p.Gone}} {
		names := sort.names.Files()
		if len(names) > 0 {
			first := min(len(names), mostNamed)
			v.Sorts = append(v.Sorts, sortView{sort.title, len(names), names[:first], names[first:]})
		}
	}
	return v
}

// lookAtTarget builds the site and shows what would change; with kembali, what would
// change if the version before came back.
func (d *Desk) lookAtTarget(w http.ResponseWriter, r *http.Request) {
	to, ok := d.target(w, r.PostFormValue("tujuan"))
	if !ok {
		return
	}
	d.wait(w, r, d.beginSending(&sending{to: to, back: r.PostFormValue("kembali") == yes}, d.lookAhead))
}

// sendNow publishes what was shown. Where many pages go, somebody has to say so.
func (d *Desk) sendNow(w http.ResponseWriter, r *http.Request) {
	to, ok := d.target(w, r.PostFormValue("tujuan"))
	if !ok {
		return
	}
	seen := d.lastSending()
	switch {
	case seen == nil || seen.id != r.PostFormValue("langkah") || seen.to != to || !seen.hasEnded() || seen.plan == nil:
		d.refuse(w, "Yang Anda lihat sudah lama", "Tidak ada yang dikirim. Pilih Terbitkan di atas, lalu lihat lagi apa yang akan berubah.")
		return
	case seen.all && seen.err == nil: // it was pressed twice
		d.wait(w, r, seen)
		return
	}
	force := seen.plan.Many() && r.PostFormValue("hapus") == yes
	p := seen.plan
	d.wait(w, r, d.beginSending(&sending{
		to: to, back: seen.back, all: true, force: force, plan: p, total: p.Steps(),
	}, d.send))
}

// wait gives a step some time, and leads to its page.
func (d *Desk) wait(w http.ResponseWriter, r *http.Request, s *sending) {
	select {
	case <-s.ended:
	case <-time.After(longestWait):
	}
	http.Redirect(w, r, stepPage(s), http.StatusSeeOther)
}

func stepPage(s *sending) string {
	return Path + "terbitkan?" + url.Values{"tujuan": {s.to.Name}, "langkah": {s.id}}.Encode()
}

// keepPassword puts a password into the keyring of this computer.
func (d *Desk) keepPassword(w http.ResponseWriter, r *http.Request) {
	to, ok := d.target(w, r.PostFormValue("tujuan"))
	if !ok {
		return
	}
	var v sendView
	password := r.PostFormValue("sandi")
	switch err := error(nil); {
	case strings.TrimSpace(password) == "":
		v.NotKept = "Kata sandinya masih kosong. Ketik dulu, lalu simpan lagi."
	default:
		if err = d.secretsOf(to).Keep(password); err != nil {
			v.NotKept = noKeyring(to)
		} else {
			v.Kept = "Kata sandi disimpan di komputer ini, di luar folder situs."
		}
	}
	d.showTarget(w, to, "", v)
}
