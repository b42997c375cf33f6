package content

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

// ContactFile is the registry of contacts.
const ContactFile = "content/kontak.yaml"

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
	ValidFor  frontmatter.ValidFor    `yaml:"tinjau"`
	Sources   []frontmatter.Citation  `yaml:"sumber"`

	Index int // in the file
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

	Phone phone.Number // zero when what is written is no number
}

// StatusDoubtful is the status of a number that has to be confirmed.
const StatusDoubtful = "perlu-dipastikan"

// Contacts is the registry with its index.
type Contacts struct {
	List      []*Contact
	ByID      map[string]*Contact
	Tree      *frontmatter.Tree
	DataWords []DataWords
}

// IsAtHome tells whether a contact is one of the state, the province or the regency.
func (c *Contact) IsAtHome() bool { return slices.Contains(GroupIDs[:3], c.Group) }

// GroupIDs are those of the groups on the page of all numbers; countries have
// groups, too, by their file names.
var GroupIDs = []string{"nasional", "kabupaten", "provinsi", "luar-negeri"}

// StatusNone is the status of a contact whose numbers nobody knows.
const StatusNone = "kosong"

// ContactTerm is how long a number holds where its entry does not say.
const ContactTerm = frontmatter.ValidFor(180)

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ParseContacts reads content/kontak.yaml. An entry without an id, or with one that is
// taken, is left out and told.
func ParseContacts(f *source.File) (*Contacts, source.List) {
	var list []Contact
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", &list)
	c := &Contacts{ByID: map[string]*Contact{}, Tree: tree, DataWords: wordsIn(tree)}
	for i := range list {
		entry := &list[i]
		entry.Index = i
		if entry.ValidFor == 0 {
			entry.ValidFor = ContactTerm
		}
		for j := range entry.Declared {
			faults.Add(entry.Declared[j].parse(tree, i, j))
		}
		faults.Add(numberTwice(entry, tree)...)
		faults.Add(checkEntry(entry, tree, i)...)
		if entry.ID == "" {
			continue
		}
		if first := c.ByID[entry.ID]; first != nil {
			at := tree.At(source.IdentifierTwice, nil, first.Index, "id")
			faults.Add(tree.At(source.IdentifierTwice, []any{entry.ID, at.Line}, i, "id"))
			continue
		}
		c.List = append(c.List, entry)
		c.ByID[entry.ID] = entry
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
	n.Phone = number
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
			return !m.Phone.IsZero() && m.Phone.Dial() == n.Phone.Dial() && m.Phone.IsChat() == n.Phone.IsChat()
		})
		if first >= 0 && !n.Phone.IsZero() {
			at := tree.At(source.PhoneTwice, nil, c.Index, "nomor", first)
			faults.Add(tree.At(source.PhoneTwice, []any{n.Phone.Display(), at.Line}, c.Index, "nomor", j, "nomor"))
		}
	}
	return faults
}

func checkEntry(c *Contact, tree *frontmatter.Tree, i int) source.List {
	var faults source.List
	if c.ID != "" && !idForm.MatchString(c.ID) {
		faults.Add(tree.At(source.IdentifierBroken, []any{c.ID}, i, "id"))
	} else if slices.Contains(markdown.Reserved, c.ID) || slices.Contains(GroupIDs, c.ID) {
		faults.Add(tree.At(source.IdentifierTaken, []any{c.ID}, i, "id"))
	}
	if len(c.Declared) > 0 && c.Status == StatusNone {
		faults.Add(tree.At(source.StatusDiffers, []any{c.ID}, i, "status"))
	}
	if len(c.Declared) > 0 && (len(c.Sources) == 0 || c.AsOf().IsZero()) {
		faults.Add(tree.At(source.SourceNeeded, []any{c.ID}, i, "nomor"))
	}
	return faults
}

// AsOf gives the day for which an entry speaks.
func (c *Contact) AsOf() frontmatter.AsOf { return frontmatter.AsOfDates(c.Checked, c.Compiled) }

// AsOf gives the day for which a number speaks: its own, or that of its contact.
func (n *ContactNumber) AsOf(of *Contact) frontmatter.AsOf {
	return cmp.Or(frontmatter.AsOfDates(n.Checked, n.Compiled), of.AsOf())
}

// IDs lists every contact, for near names in messages.
func (c *Contacts) IDs() []string {
	var ids []string
	for _, entry := range c.List {
		ids = append(ids, entry.ID)
	}
	return ids
}

// Holder finds the contact that a number belongs to.
func (c *Contacts) Holder(dial string) *Contact {
	for _, entry := range c.List {
		for _, n := range entry.Declared {
			if n.Phone.Dial() == dial {
				return entry
			}
		}
	}
	return nil
}
