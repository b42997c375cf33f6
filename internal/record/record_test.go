package record

import (
	"math/rand"
	"reflect"
	"testing"

	"suluh/internal/cache"
)

// fill puts a value that is not zero into every field, so that one which is not written
// is seen.
func fill(v reflect.Value, r *rand.Rand) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), r)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.Intn(3), 4))
		for i := range v.Len() {
			fill(v.Index(i), r)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), r)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), r)
			}
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf([]any{"teks", 7}[r.Intn(2)]))
	case reflect.String:
		v.SetString(string(rune('a'+r.Intn(26))) + "é\x00")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(int64(r.Intn(1<<30)) - 1<<29 | 1)
	case reflect.Uint64, reflect.Uint8:
		v.SetUint(uint64(1 + r.Intn(200)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(1+r.Intn(1000)) / 8)
	default:
		panic("record: no values of " + v.Type().String())
	}
}

// TestRoundTrip: every field of a head and of a body comes back, also those that a later
// hand adds to their types.
func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		var h Head
		fill(reflect.ValueOf(&h).Elem(), r)
		h.Entry.File, h.Entry.Slug, h.Entry.Hash, h.Entry.Parsed = "", "", cache.Hash{}, cache.Ref{}
		got, ok := ReadHead(h.Append(nil))
		if !ok || !reflect.DeepEqual(&h, got) {
			t.Fatalf("%+v came back as %+v", h, *got)
		}
		var b Body
		fill(reflect.ValueOf(&b).Elem(), r)
		body, ok := ReadBody(b.Append(nil))
		if !ok || !reflect.DeepEqual(&b, body) {
			t.Fatalf("%+v came back as %+v", b, *body)
		}
	}
	if got, ok := ReadHead((&Head{}).Append(nil)); !ok || !reflect.DeepEqual(got, &Head{}) {
		t.Errorf("an empty head came back as %+v", *got)
	}
}

// TestDamage: a record that is cut short, or has more behind it, is refused.
func TestDamage(t *testing.T) {
	var b Body
	fill(reflect.ValueOf(&b).Elem(), rand.New(rand.NewSource(2)))
	data := b.Append(nil)
	for n := range data {
		if _, ok := ReadBody(data[:n]); ok {
			t.Errorf("%d of %d bytes are taken for the whole", n, len(data))
		}
	}
	if _, ok := ReadBody(append(data, 0)); ok {
		t.Error("a byte more is not noticed")
	}
}

// FuzzRecord: no bytes make a reader fail or take memory that they do not pay for; what
// is read is written as it was.
func FuzzRecord(f *testing.F) {
	var b Body
	var h Head
	fill(reflect.ValueOf(&b).Elem(), rand.New(rand.NewSource(3)))
	fill(reflect.ValueOf(&h).Elem(), rand.New(rand.NewSource(4)))
	f.Add(b.Append(nil))
	f.Add(h.Append(nil))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, data []byte) {
		if body, ok := ReadBody(data); ok {
			if again, ok := ReadBody(body.Append(nil)); !ok || len(again.Parts) != len(body.Parts) || again.Village.Name != body.Village.Name {
				t.Fatalf("%q is not written as it was read", data)
			}
		}
		if head, ok := ReadHead(data); ok {
			if again, ok := ReadHead(head.Append(nil)); !ok || again.Entry.Name != head.Entry.Name || len(again.Refs) != len(head.Refs) {
				t.Fatalf("%q is not written as it was read", data)
			}
		}
	})
}
