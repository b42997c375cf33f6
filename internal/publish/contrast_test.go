package publish

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// palette is every colour of layouts/style.css as it is used: what stands on
// what, and the least contrast it needs. Text of the body takes 7:1, other text
// 4.5:1 (WCAG 2.2, 1.4.6 and 1.4.3), borders and marks 3:1 (1.4.11).
var palette = []struct {
	what, front, back string
	least             float64
}{
	{"text", "#15202b", "#fff", 7}, {"text on a panel", "#15202b", "#f2f6f7", 7},
	{"text in awas", "#15202b", "#fff4d6", 7}, {"text in bahaya", "#15202b", "#fdecee", 7}, {"text in boleh", "#15202b", "#e7f5ea", 7},
	{"small text", "#4a5560", "#fff", 7}, {"link", "#0a4d8c", "#fff", 7}, {"visited", "#5b2a86", "#fff", 7},
	{"link in bahaya", "#0a4d8c", "#fdecee", 7}, {"link in awas", "#0a4d8c", "#fff4d6", 7},
	{"button", "#fff", "#0b5560", 7}, {"second button", "#0b5560", "#fff", 7},
	{"border", "#6c7882", "#fff", 3}, {"border on a panel", "#6c7882", "#f2f6f7", 3}, {"awas border", "#8a5a00", "#fff4d6", 3},
	{"bahaya border", "#a8001c", "#fdecee", 3}, {"boleh border", "#17652f", "#e7f5ea", 3}, {"lapor border", "#0a4d8c", "#fff", 3},
	{"focus ring", "#15202b", "#ffd83d", 3},
	{"dark text", "#eef2f4", "#12181d", 7}, {"dark text on a panel", "#eef2f4", "#1b242b", 7}, {"dark small text", "#b8c2c9", "#12181d", 7},
	{"dark text in awas", "#eef2f4", "#30270b", 7}, {"dark text in bahaya", "#eef2f4", "#34121a", 7}, {"dark text in boleh", "#eef2f4", "#122a1a", 7},
	{"dark link", "#8cc8ff", "#12181d", 7}, {"dark visited", "#d0b0ff", "#12181d", 7}, {"dark link in bahaya", "#8cc8ff", "#34121a", 7},
	{"dark button", "#0b1a1d", "#7fd0dc", 7}, {"dark border", "#8b979f", "#12181d", 3}, {"dark plain border", "#6c7882", "#12181d", 3},
	{"dark awas border", "#ffd27a", "#30270b", 3}, {"dark bahaya border", "#ff9aa8", "#34121a", 3}, {"dark boleh border", "#7fd99a", "#122a1a", 3},
	{"print", "#000", "#fff", 7},
}

// TestContrast computes the palette, and finds colours of the style that are
// not in it.
func TestContrast(t *testing.T) {
	known := map[string]bool{}
	for _, p := range palette {
		known[p.front], known[p.back] = true, true
		if got := contrast(t, p.front, p.back); got < p.least {
			t.Errorf("%s: %s on %s has %.1f:1, needs %.1f:1", p.what, p.front, p.back, got, p.least)
		}
	}
	css, err := os.ReadFile("../../layouts/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, color := range regexp.MustCompile(`#[0-9a-f]{3,6}\b`).FindAllString(string(css), -1) {
		if !known[color] {
			t.Errorf("%s stands in style.css but not in the palette", color)
		}
	}
}

// contrast is the ratio of WCAG 2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, color string) float64 {
	t.Helper()
	hex := strings.TrimPrefix(color, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatalf("%s is no colour", color)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
