package weight

import (
	"strings"
	"testing"
)

func TestMeasure(t *testing.T) {
	text := strings.Repeat("abcdefghij klmnop ", 40)
	page := []byte("<html><head><style>body{color:red}</style></head><body><main>" + text + "</main><footer>x</footer></body></html>")
	p, err := Measure(page, 0)
	if err != nil {
		t.Fatal(err)
	}
	if p.Total == 0 || p.Text == 0 || p.Style == 0 || p.Frame == 0 || p.Text > p.Total || p.Total > p.Text+p.Style+p.Frame {
		t.Errorf("Measure = %+v", p)
	}
	if known, err := Measure(page, 999); err != nil || known.Total != 999 || known.Text != p.Text {
		t.Errorf("Measure with a known total = %+v, %v", known, err)
	}
	if _, err := Measure([]byte("no page at all"), 0); err != nil {
		t.Error(err)
	}
}

func TestCost(t *testing.T) {
	if got := Price(500_000, 10); got != 5 {
		t.Errorf("Price = %v, want 5", got)
	}
}
