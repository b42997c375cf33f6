package desk

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/picture"
	"suluh/internal/source"
	"suluh/internal/weight"
)

// pictureFolder is where the desk puts pictures.
const pictureFolder = "content/gambar/"

// pictureView asks for a picture, or says how to show one that was taken in.
type pictureView struct {
	Wrong   *source.Text
	Typed   string // as a text shows it
	Was, Is int    // kilobytes
	Words   string // what can be seen
}

func (d *Desk) askPicture(w http.ResponseWriter, _ *http.Request) {
	d.show(w, "picture", "Tambah gambar", pictureView{})
}

// takePicture makes a picture light and puts it beside the others. Where it was taken, and
// by which phone, goes: a photo tells that.
func (d *Desk) takePicture(w http.ResponseWriter, r *http.Request) {
	v := pictureView{Words: strings.Join(strings.Fields(r.PostFormValue("terlihat")), " ")}
	refuse := func(code source.Code, args ...any) {
		text := (&source.Diagnostic{Code: code, Args: args}).In(source.Indonesian)
		v.Wrong = &text
		d.show(w, "picture", "Tambah gambar", v)
	}
	file, head, err := r.FormFile("gambar")
	if err != nil {
		v.Wrong = &source.Text{What: "Belum ada gambar yang dipilih.", Mend: "Pilih satu berkas gambar."}
		d.show(w, "picture", "Tambah gambar", v)
		return
	}
	defer file.Close()
	if kind := picture.Foreign(head.Filename); kind != "" {
		refuse(source.PictureUnsupported, kind)
		return
	}
	data, err := io.ReadAll(io.LimitReader(file, mostSent))
	if err != nil {
		d.trouble(w, err)
		return
	}
	made, err := fit(head.Filename, data)
	var fault *source.Fault
	switch {
	case errors.As(err, &fault):
		refuse(fault.Code, fault.Args...)
		return
	case err != nil:
		d.trouble(w, err)
		return
	}
	ending := strings.ToLower(path.Ext(head.Filename))
	if made.Ext != "" {
		ending = made.Ext
	}
	name, err := d.freeName(markdown.Slug(strings.TrimSuffix(path.Base(strings.ReplaceAll(head.Filename, `\`, "/")), path.Ext(head.Filename))), ending)
	if err == nil {
		err = d.apply("Menambah gambar "+name, edit.Change{Name: name, New: made.Data})
	}
	if err != nil {
		d.trouble(w, err)
		return
	}
	v.Typed = "![" + strings.NewReplacer("[", "(", "]", ")").Replace(v.Words) + "](/" + strings.TrimPrefix(name, "content/") + ")"
	v.Was, v.Is = weight.Kilobytes(len(data)), weight.Kilobytes(len(made.Data))
	d.show(w, "picture", "Tambah gambar", v)
}

// fit makes a picture light: a drawing is cleaned, all others are made small.
func fit(name string, data []byte) (picture.Picture, error) {
	if fault := source.Passed(limits.OfFile(name), len(data)); fault != nil {
		return picture.Picture{}, fault
	}
	if strings.EqualFold(path.Ext(name), ".svg") {
		return picture.SVG(name, data)
	}
	return picture.Fit(name, data)
}

// freeName gives a name for a picture that no other has.
func (d *Desk) freeName(stem, ending string) (string, error) {
	if stem == "" {
		stem = "gambar"
	}
	stem = stem[:min(len(stem), 60)]
	for n := 1; ; n++ {
		name := pictureFolder + stem + ending
		if n > 1 {
			name = pictureFolder + stem + "-" + strconv.Itoa(n) + ending
		}
		_, err := os.Lstat(filepath.Join(d.dir, filepath.FromSlash(name)))
		if errors.Is(err, os.ErrNotExist) {
			return name, nil
		}
		if err != nil {
			return "", err
		}
	}
}
