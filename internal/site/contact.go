package site

import (
	"cmp"
	"errors"
	"regexp"
	"slices"

	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/source"
)

const contactFile = "content/kontak.yaml"

// Contact is one entry of content/kontak.yaml, the registry of every number
// that the site shows.
type Contact struct {
	ID        string                  `yaml:"id" need:"yes" raw:"yes"`
	Name      string                  `yaml:"nama" need:"yes"`
	NameEN    string                  `yaml:"nama_en"`
	For       string                  `yaml:"untuk"` // what it is for, in one line
	ForEN     string                  `yaml:"untuk_en"`
	Group     string                  `yaml:"kelompok" need:"yes" oneof:"nasional provinsi kabupaten perwakilan setempat"`
	Countries []string                `yaml:"negara" raw:"yes"` // file names of country pages
	Area      string                  `yaml:"wilayah"`
	Address   string                  `yaml:"alamat"`
	Mail      frontmatter.MailAddress `yaml:"surel"`
	Site      frontmatter.WebAddress  `yaml:"situs"`
	Hours     string                  `yaml:"jam"`
	HoursEN   string                  `yaml:"jam_en"`
	Cost      string                  `yaml:"biaya"`
	CostEN    string                  `yaml:"biaya_en"`
	Declared  []ContactNumber         `yaml:"nomor"` // not what may be shown: Shown says that
	Status    string                  `yaml:"status" need:"yes" oneof:"pasti perlu-dipastikan kosong"`
	Checked   frontmatter.Date        `yaml:"diperiksa"` // a person compared it with its source
	Compiled  frontmatter.Date        `yaml:"disusun"`   // it was written from its sources
	Term      frontmatter.Term        `yaml:"tinjau"`
	Sources   []frontmatter.Citation  `yaml:"sumber"`

	index int // in the file
}

// ContactNumber is one number of a contact. The same office may have one for
// callers at home, one for callers abroad and one on WhatsApp.
type ContactNumber struct {
	Written string `yaml:"nomor" need:"yes" raw:"yes"`
	Kind    string `yaml:"jenis" need:"yes" oneof:"biasa tetap wa pendek"`
	Reach   string `yaml:"jangkauan"` // from where it can be dialled
	ReachEN string `yaml:"jangkauan_en"`
	Note    string `yaml:"ket"`
	NoteEN  string `yaml:"ket_en"`

	// What a number has of its own; else that of its contact holds.
	Status   string                 `yaml:"status" oneof:"pasti perlu-dipastikan"`
	Checked  frontmatter.Date       `yaml:"diperiksa"`
	Compiled frontmatter.Date       `yaml:"disusun"`
	Sources  []frontmatter.Citation `yaml:"sumber"`

	number phone.Number
}

// statusDoubtful is the status of a number that has to be confirmed.
const statusDoubtful = "perlu-dipastikan"

// contacts is the registry with its index.
type contacts struct {
	list      []*Contact
	byID      map[string]*Contact
	tree      *frontmatter.Tree
	dataWords []dataWords
}

// groupIDs are those of the groups on the page of all numbers; countries have
// groups, too, by their file names.
var groupIDs = []string{"nasional", "kabupaten", "provinsi", "luar-negeri"}

// statusNone is the status of a contact whose numbers nobody knows.
const statusNone = "kosong"

// contactTerm is how long a number holds where its entry does not say.
const contactTerm = frontmatter.Term(180)

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func parseContacts(f *source.File) (*contacts, source.List) {
	var list []Contact
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", &list)
	c := &contacts{byID: map[string]*Contact{}, tree: tree, dataWords: wordsIn(tree)}
	for i := range list {
		entry := &list[i]
		entry.index = i
		if entry.Term == 0 {
			entry.Term = contactTerm
		}
		for j := range entry.Declared {
			faults.Add(entry.Declared[j].parse(tree, i, j))
		}
		faults.Add(numberTwice(entry, tree)...)
		faults.Add(checkEntry(entry, tree, i)...)
		if entry.ID == "" {
			continue
		}
		if first := c.byID[entry.ID]; first != nil {
			at := tree.At(source.IdentifierTwice, nil, first.index, "id")
			faults.Add(tree.At(source.IdentifierTwice, []any{entry.ID, at.Line}, i, "id"))
			continue
		}
		c.list = append(c.list, entry)
		c.byID[entry.ID] = entry
	}
	return c, faults
}

func (n *ContactNumber) parse(tree *frontmatter.Tree, i, j int) *source.Diagnostic {
	kind, ok := phone.ParseKind(n.Kind)
	if !ok || n.Written == "" {
		return nil // said already
	}
	number, err := phone.Parse(n.Written, kind)
	var fault *source.Fault
	if errors.As(err, &fault) {
		return tree.Fault(fault, i, "nomor", j, "nomor")
	}
	n.number = number
	if kind == phone.WhatsApp && number.Line == phone.Elsewhere {
		return tree.At(source.PhoneChatFixed, []any{number.Display()}, i, "nomor", j, "nomor")
	}
	return nil
}

// numberTwice tells of a number that a contact has twice in one kind.
func numberTwice(c *Contact, tree *frontmatter.Tree) source.List {
	var faults source.List
	for j, n := range c.Declared {
		first := slices.IndexFunc(c.Declared[:j], func(m ContactNumber) bool {
			return !m.number.IsZero() && m.number.Dial() == n.number.Dial() && m.number.IsChat() == n.number.IsChat()
		})
		if first >= 0 && !n.number.IsZero() {
			at := tree.At(source.PhoneTwice, nil, c.index, "nomor", first)
			faults.Add(tree.At(source.PhoneTwice, []any{n.number.Display(), at.Line}, c.index, "nomor", j, "nomor"))
		}
	}
	return faults
}

func checkEntry(c *Contact, tree *frontmatter.Tree, i int) source.List {
	var faults source.List
	if c.ID != "" && !idForm.MatchString(c.ID) {
		faults.Add(tree.At(source.IdentifierBroken, []any{c.ID}, i, "id"))
	} else if slices.Contains(markdown.Reserved, c.ID) || slices.Contains(groupIDs, c.ID) {
		faults.Add(tree.At(source.IdentifierTaken, []any{c.ID}, i, "id"))
	}
	if len(c.Declared) > 0 && c.Status == statusNone {
		faults.Add(tree.At(source.StatusDiffers, []any{c.ID}, i, "status"))
	}
	if len(c.Declared) > 0 && (len(c.Sources) == 0 || c.AsOf().IsZero()) {
		faults.Add(tree.At(source.SourceNeeded, []any{c.ID}, i, "nomor"))
	}
	return faults
}

// AsOf gives the day for which an entry speaks.
func (c *Contact) AsOf() frontmatter.AsOf { return frontmatter.AsOfDates(c.Checked, c.Compiled) }

// asOf gives the day for which a number speaks: its own, or that of its contact.
func (n *ContactNumber) asOf(of *Contact) frontmatter.AsOf {
	return cmp.Or(frontmatter.AsOfDates(n.Checked, n.Compiled), of.AsOf())
}

// ids lists every contact, for near names in messages.
func (c *contacts) ids() []string {
	var ids []string
	for _, entry := range c.list {
		ids = append(ids, entry.ID)
	}
	return ids
}

// holder finds the contact that a number belongs to.
func (c *contacts) holder(dial string) *Contact {
	for _, entry := range c.list {
		for _, n := range entry.Declared {
			if n.number.Dial() == dial {
				return entry
			}
		}
	}
	return nil
}
