package frontmatter

import (
	"cmp"
	"encoding"
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// decoder reads nodes into Go values and collects what is wrong.
type decoder struct {
	tree   *Tree
	kind   string
	faults source.List
}

// field is what the tags of a struct field say.
type field struct {
	index  int
	key    string
	need   bool
	only   string
	oneof  []string
	maxLen int
	raw    bool // readers do not see it as it is written
	ahead  bool // a date that may be still to come
}

// shape is what the tags of a type say to one kind of page.
type shape struct {
	of   reflect.Type
	kind string
}

// shapes remembers what was read from tags, which never change.
var shapes sync.Map // of shape to []field

func (d *decoder) fields(t reflect.Type) []field {
	key := shape{t, d.kind}
	if known, ok := shapes.Load(key); ok {
		return known.([]field)
	}
	fs := d.readTags(t)
	shapes.Store(key, fs)
	return fs
}

func (d *decoder) readTags(t reflect.Type) []field {
	var fs []field
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		key := tag.Get("yaml")
		only := tag.Get("only")
		if key == "" || only != "" && !slices.Contains(strings.Fields(only), d.kind) {
			continue
		}
		maxLen, _ := strconv.Atoi(tag.Get("max"))
		fs = append(fs, field{
			index: i, key: key, need: tag.Get("need") != "", only: only,
			oneof: strings.Fields(tag.Get("oneof")), maxLen: maxLen, raw: tag.Get("raw") != "", ahead: tag.Get("ahead") != "",
		})
	}
	return fs
}

func (d *decoder) top(v any) {
	target := reflect.ValueOf(v).Elem()
	if target.Kind() == reflect.Slice && d.tree.root.Kind == yaml.MappingNode && len(d.tree.root.Content) == 0 {
		return // an empty list file
	}
	d.value(d.tree.root, target, field{})
}

// keyed is a type that reads the keys of its mapping by itself.
type keyed interface {
	UnmarshalKey(key, value string) error
}

// value reads one node. An empty value ("telepon:") leaves the field as it is.
func (d *decoder) value(n *yaml.Node, v reflect.Value, f field) {
	if fault := cmp.Or(source.Passed(limits.Value, len(n.Value)), source.Passed(limits.Items, len(n.Content))); fault != nil {
		d.faults.Add(d.tree.at(n, fault.Code, fault.Args...))
		return
	}
	if sign, text := strange(n); sign != "" {
		d.faults.Add(d.tree.at(n, source.YAMLSign, sign, bare(text)))
		return
	}
	if n.Kind == yaml.ScalarNode {
		if n.Tag == "!!null" {
			if v.Kind() == reflect.Bool {
				d.faults.Add(d.tree.at(n, source.WantYesNo, name(f), ""))
			}
			return
		}
		d.lost(n, v)
		if inner, curly := inCurlyQuotes(n); curly {
			d.faults.Add(d.tree.at(n, source.CurlyQuotes, bare(inner)))
			return
		}
	}
	if u, ok := v.Addr().Interface().(keyed); ok && n.Kind == yaml.MappingNode {
		d.pairs(n, f, u)
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.text(n, f, u)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		before := len(d.faults)
		if d.value(n, v.Elem(), f); len(d.faults) > before {
			v.SetZero() // what cannot be read is not known
		}
	case reflect.Struct:
		d.object(n, v, f)
	case reflect.Slice:
		d.list(n, v, f)
	default:
		d.scalar(n, v, f)
	}
}

// pairs gives each key of a mapping to a type that reads it by itself.
func (d *decoder) pairs(n *yaml.Node, f field, u keyed) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if val.Kind != yaml.ScalarNode {
			d.faults.Add(d.tree.at(val, source.WantText, key.Value))
			continue
		}
		if val.Tag == "!!null" {
			continue
		}
		var fault *source.Fault
		switch err := u.UnmarshalKey(key.Value, val.Value); {
		case errors.As(err, &fault) && fault.Key:
			d.faults.Add(d.tree.at(key, fault.Code, fault.Args...).WithNear(fault.Near))
		case errors.As(err, &fault):
			d.faults.Add(d.tree.fault(val, fault))
		case err != nil:
			d.faults.Add(d.tree.at(val, source.YAMLSyntax))
		}
	}
}

// strange gives the sign at the start of a value that means something to YAML
// and nothing to our writers: the word behind it would be lost.
func strange(n *yaml.Node) (sign, text string) {
	switch {
	case n.Kind == yaml.AliasNode:
		return "*", "*" + n.Value
	case n.Anchor != "":
		return "&", "&" + strings.TrimSpace(n.Anchor+" "+n.Value)
	case n.Style&yaml.TaggedStyle != 0:
		return "!", strings.TrimSpace(n.Tag + " " + n.Value)
	}
	return "", ""
}

// lost tells of text that YAML takes for a note: it stands behind a space and #
// in a value without quotation marks. Notes that are meant stand further apart.
func (d *decoder) lost(n *yaml.Node, v reflect.Value) {
	if n.LineComment == "" || quoted(n) || v.Kind() != reflect.String {
		return
	}
	if text := d.tree.noteBehind(n.Line, n.Value, n.LineComment); text != "" {
		d.faults.Add(d.tree.at(n, source.TextLost, text, bare(n.Value+" "+n.LineComment)))
	}
}

// noteBehind gives the text that was taken for a note, if it was hardly meant
// as one: a single space stands before it, or none behind its sign.
func (t *Tree) noteBehind(line int, value, note string) string {
	text := t.file.Line(line + t.lines)
	at := strings.LastIndex(text, note)
	if at < 0 || strings.HasSuffix(text[:at], "  ") && strings.HasPrefix(note, "# ") || strings.HasSuffix(text[:at], "\t") {
		return ""
	}
	return note
}

// inCurlyQuotes gives what stands between the quotation marks of a word
// processor, which are none to YAML.
func inCurlyQuotes(n *yaml.Node) (string, bool) {
	if quoted(n) || n.Value == "" || n.Value[0] != 0xE2 && n.Value[0] != 0xC2 {
		return "", false
	}
	inner := strings.TrimSpace(strings.Trim(n.Value, "“”‘’„‟"))
	begins := strings.IndexAny(n.Value, "“‘„") == 0
	last, _ := utf8.DecodeLastRuneInString(n.Value)
	return inner, begins && strings.ContainsRune("“”’‟", last) && !strings.ContainsAny(inner, "“”„")
}

func (d *decoder) object(n *yaml.Node, v reflect.Value, f field) {
	if n.Kind != yaml.MappingNode {
		d.faults.Add(d.tree.at(n, source.WantKeys, name(f)))
		return
	}
	known := d.fields(v.Type())
	seen := map[string]int{}
	meant := map[string]bool{} // keys that a misspelt one probably stands for
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			d.faults.Add(d.tree.at(key, source.KeyDoubled, key.Value, line))
			continue
		}
		seen[key.Value] = key.Line + d.tree.lines
		at := slices.IndexFunc(known, func(f field) bool { return f.key == key.Value })
		if at < 0 && strings.ContainsFunc(key.Value, isOddSpace) {
			d.faults.Add(d.tree.at(key, source.YAMLOddSpace))
			meant[strings.TrimFunc(key.Value, func(r rune) bool { return r == ' ' || isOddSpace(r) })] = true
			continue
		}
		if at < 0 {
			if parent := d.insideOf(known, v.Type(), key.Value); parent != "" {
				d.faults.Add(d.tree.at(key, source.KeyMisplaced, key.Value, parent))
				continue
			}
			names := keys(known)
			near := cmp.Or(meantBy(key.Value, names), source.Nearest(key.Value, names))
			meant[near] = true
			d.faults.Add(d.tree.at(key, source.KeyUnknown, key.Value, strings.Join(names, ", ")).WithNear(near))
			continue
		}
		if val.Kind == yaml.ScalarNode && val.Tag == "!!null" && key.LineComment != "" {
			if text := d.tree.noteBehind(key.Line, "", key.LineComment); text != "" {
				d.faults.Add(d.tree.at(key, source.TextLost, text, bare(text)))
				meant[key.Value] = true
			}
		}
		d.value(val, v.Field(known[at].index), known[at])
	}
	for _, k := range known {
		if k.need && v.Field(k.index).IsZero() && !meant[k.key] && !d.faulty(n, k.key) {
			d.faults.Add(d.tree.missing(n, k.key))
		}
	}
}

// otherWords are what people write for a key of ours: the words of forms, of
// chats and of other programs. Of several keys the one that has its place here
// is meant.
var otherWords = map[string][]string{
	"hp": {"telepon", "nomor"}, "no_hp": {"telepon", "nomor"}, "nohp": {"telepon", "nomor"}, "handphone": {"telepon", "nomor"},
	"telp": {"telepon", "nomor"}, "tlp": {"telepon", "nomor"}, "tel": {"telepon", "nomor"}, "telpon": {"telepon", "nomor"}, "phone": {"telepon", "nomor"},
	"no_telp": {"telepon", "nomor"}, "no_telepon": {"telepon", "nomor"}, "nomor_telepon": {"telepon", "nomor"}, "kontak": {"telepon", "nomor"}, "no": {"telepon", "nomor"},
	"nomor": {"telepon"}, "telepon": {"nomor"}, "whatsapp": {"wa", "nomor"}, "wa": {"nomor"}, "no_wa": {"wa", "nomor"}, "nowa": {"wa", "nomor"}, "sms": {"nomor"},
	"email": {"surel"}, "e_mail": {"surel"}, "mail": {"surel"}, "website": {"situs", "alamat"}, "web": {"situs", "alamat"}, "url": {"alamat", "situs"}, "link": {"alamat", "situs"}, "tautan": {"alamat", "situs"},
	"title": {"judul"}, "description": {"ringkasan"}, "deskripsi": {"ringkasan"}, "summary": {"ringkasan"}, "name": {"nama"}, "desa": {"nama"}, "address": {"alamat"},
	"date": {"tanggal", "diperiksa"}, "source": {"sumber"}, "sources": {"sumber"}, "jam_buka": {"jam"}, "buka": {"jam"}, "hours": {"jam"}, "istilah": {"kata"}, "definisi": {"arti"},
	"jabatan": {"peran"}, "kategori": {"kelompok"}, "order": {"urutan"}, "nomor_urut": {"urutan"}, "draft": {"draf"}, "keywords": {"cari"}, "kata_kunci": {"cari"}, "tags": {"cari"},
}

// meantBy gives the key for which people write another word.
func meantBy(word string, known []string) string {
	word = strings.NewReplacer("-", "_", " ", "_", ".", "").Replace(strings.ToLower(strings.TrimSpace(word)))
	for _, key := range otherWords[word] {
		if slices.Contains(known, key) {
			return key
		}
	}
	return ""
}

// insideOf gives the key under which another one has its place.
func (d *decoder) insideOf(known []field, t reflect.Type, key string) string {
	for _, f := range known {
		inner := innermost(t.Field(f.index).Type)
		if inner.Kind() == reflect.Struct && slices.ContainsFunc(d.fields(inner), func(g field) bool { return g.key == key }) {
			return f.key
		}
	}
	return ""
}

// faulty tells whether a value of this key was already complained about.
func (d *decoder) faulty(n *yaml.Node, key string) bool {
	val := child(n, key)
	return val != nil && slices.ContainsFunc(d.faults, func(g *source.Diagnostic) bool {
		return g.Line == val.Line+d.tree.lines
	})
}

// missing marks the opening line of the keys, since the missing one has none.
func (t *Tree) missing(n *yaml.Node, key string) *source.Diagnostic {
	if val := child(n, key); val != nil {
		return t.at(val, source.KeyMissing, key)
	}
	return t.file.AtLine(n.Line+t.lines, n.Column, 0, source.KeyMissing, key)
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, f field) {
	items := []*yaml.Node{n}
	switch {
	case n.Kind == yaml.MappingNode && len(n.Content) > 0 && oddItem.MatchString(n.Content[0].Value):
		d.faults.Add(d.tree.at(n.Content[0], source.YAMLItem))
		return
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case n.Kind == yaml.MappingNode && f.key == "" && len(n.Content) > 0:
		d.faults.Add(d.tree.at(n.Content[0], source.ItemDashMissing, n.Content[0].Value))
		return
	case n.Kind == yaml.MappingNode || v.Type().Elem().Kind() == reflect.Struct:
		d.faults.Add(d.tree.at(n, source.WantList, name(f)))
		return
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.value(item, list.Index(i), f)
	}
	v.Set(list)
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, f field) {
	if n.Kind != yaml.ScalarNode {
		d.faults.Add(d.tree.at(n, source.WantText, name(f)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.words(n, v, f)
	case reflect.Bool:
		yes, ok := map[string]bool{"ya": true, "iya": true, "yes": true, "true": true, "tidak": false, "no": false, "false": false}[strings.ToLower(n.Value)]
		if !ok {
			d.faults.Add(d.tree.at(n, source.WantYesNo, name(f), n.Value))
		}
		v.SetBool(yes)
	case reflect.Int:
		number, err := strconv.Atoi(n.Value)
		if err != nil {
			d.faults.Add(d.tree.at(n, source.WantWhole, name(f), n.Value))
		}
		v.SetInt(int64(number))
	case reflect.Float64:
		number, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
			near := strings.NewReplacer(",", ".", "−", "-", "–", "-").Replace(strings.TrimSpace(n.Value))
			if _, err := strconv.ParseFloat(near, 64); err != nil {
				near = ""
			}
			d.faults.Add(d.tree.at(n, source.WantNumber, name(f), n.Value, "-8.34").WithNear(near))
			number = 0
		}
		v.SetFloat(number)
	default:
		panic("frontmatter: no decoding into " + v.Type().String())
	}
}

// trimmed takes white space of every kind off both ends of a text.
func trimmed(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isOddSpace(r) })
}

func (d *decoder) words(n *yaml.Node, v reflect.Value, f field) {
	text := trimmed(n.Value)
	if i := strings.IndexFunc(text, source.IsSteering); i >= 0 {
		d.faults.Add(d.tree.at(n, source.FileControlCharacter))
		text = strings.Map(func(r rune) rune {
			if source.IsSteering(r) {
				return ' '
			}
			return r
		}, text)
	}
	if at, length, latin := source.MixedWord(n.Value); length > 0 {
		d.faults.Add(d.tree.fault(n, &source.Fault{Code: source.MixedLetters, Args: []any{n.Value[at : at+length]}, Off: at, Len: length, Near: latin}))
	}
	if n.Style&yaml.DoubleQuotedStyle != 0 && strings.ContainsAny(text, "\n\t") {
		d.faults.Add(d.tree.at(n, source.YAMLBackslash)) // "C:\temp" holds a tab
	}
	if !f.raw && len(f.oneof) == 0 {
		d.tree.words = append(d.tree.words, n)
	}
	if length := utf8.RuneCountInString(text); f.maxLen > 0 && length > f.maxLen {
		d.faults.Add(d.tree.at(n, source.TextTooLong, name(f), length, f.maxLen))
	}
	if len(f.oneof) > 0 && !slices.Contains(f.oneof, text) {
		d.faults.Add(d.tree.at(n, source.ValueNotAllowed, text, strings.Join(f.oneof, ", ")).
			WithNear(source.Nearest(text, f.oneof)))
	}
	v.SetString(text)
}

func (d *decoder) text(n *yaml.Node, f field, u encoding.TextUnmarshaler) {
	if n.Kind != yaml.ScalarNode {
		d.faults.Add(d.tree.at(n, source.WantText, name(f)))
		return
	}
	if _, isDate := u.(*Date); isDate && !f.ahead {
		d.tree.dates = append(d.tree.dates, n)
	}
	err := u.UnmarshalText([]byte(n.Value))
	var fault *source.Fault
	switch {
	case errors.As(err, &fault):
		d.faults.Add(d.tree.fault(n, fault))
	case err != nil:
		d.faults.Add(d.tree.at(n, source.YAMLSyntax))
	}
}

// name is how messages call a field; the top of a file has no key.
func name(f field) string {
	if f.key == "" {
		return "YAML"
	}
	return f.key
}

func keys(fs []field) []string {
	var names []string
	for _, f := range fs {
		names = append(names, f.key)
	}
	return names
}
