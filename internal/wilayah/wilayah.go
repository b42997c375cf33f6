// Package wilayah is the official list of the areas of Indonesia: 38 provinces, their
// regencies and districts, and 83,762 villages, with their codes and names.
//
// It is wilayah.tsv.gz, after Kepmendagri 300.2.2 of 2025, from github.com/cahyadsn/wilayah
// (MIT, see wilayah.LICENSE).
package wilayah

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed wilayah.tsv.gz
var packed []byte

//go:embed wilayah.LICENSE
var Licence []byte // of the list; goes with every copy

// Area is a line of the list.
type Area struct {
	Code, Name string
}

// Lengths of codes: 35, 35.09, 35.09.12, 35.09.12.2004.
const (
	ProvinceCode = 2
	RegencyCode  = 5
	DistrictCode = 8
	VillageCode  = 13
)

// All reads the list, in the order of the codes.
func All() ([]Area, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("read areas: %w", err)
	}
	var areas []Area
	lines := bufio.NewScanner(unpacked)
	for lines.Scan() {
		if code, name, ok := strings.Cut(lines.Text(), "\t"); ok {
			areas = append(areas, Area{Code: code, Name: name})
		}
	}
	return areas, lines.Err()
}

// Bare is the name of a regency or town without its kind: Banyuwangi, Jakarta Selatan.
func (a Area) Bare() string {
	_, bare, _ := strings.Cut(a.Name, " ")
	return strings.TrimPrefix(bare, "Administrasi ")
}

// Regencies gives the regencies and towns that somebody calls by a code, 35.10, or a name,
// with or without its kind: Banyuwangi, Kab. Banyuwangi, Kota Malang.
func Regencies(areas []Area, called string) []Area {
	called = strings.ToLower(strings.Join(strings.Fields(called), " "))
	for _, short := range []string{"kab. ", "kab "} {
		if name, is := strings.CutPrefix(called, short); is {
			called = "kabupaten " + name
		}
	}
	var found []Area
	for _, a := range areas {
		kind, _, _ := strings.Cut(a.Name, " ")
		if len(a.Code) == RegencyCode && (a.Code == called || slices.Contains([]string{strings.ToLower(a.Name), strings.ToLower(kind + " " + a.Bare()), strings.ToLower(a.Bare())}, called)) {
			found = append(found, a)
		}
	}
	return found
}

// Within gives the areas of a regency, with the province above it, as villages/wilayah.tsv
// has them.
func Within(areas []Area, regency string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Kode dan nama wilayah menurut Kepmendagri 300.2.2 tahun 2025,\n# diambil dari github.com/cahyadsn/wilayah (MIT, lihat wilayah.LICENSE).\n")
	for _, a := range areas {
		if a.Code == regency[:ProvinceCode] || a.Code == regency || strings.HasPrefix(a.Code, regency+".") {
			fmt.Fprintf(&b, "%s\t%s\n", a.Code, a.Name)
		}
	}
	return b.Bytes()
}
