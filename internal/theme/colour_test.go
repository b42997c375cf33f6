package theme

import (
	"fmt"
	"strings"
	"testing"

	"suluh/internal/content"
)

// TestPaint: any colour that a site may choose can be read by day and in the dark.
func TestPaint(t *testing.T) {
	chosen := 0
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				var c content.Colour
				typed := fmt.Sprintf("#%02X%02x%02x", r, g, b)
				if err := c.UnmarshalText([]byte(typed)); err != nil {
					continue
				}
				chosen++
				if by := c.Contrast("#ffffff"); by < 4.5 {
					t.Errorf("%s by day: %.2f", typed, by)
				}
				if by := onDark(c).Contrast(darkGround); by < darkContrast {
					t.Errorf("%s in the dark, %s: %.2f", typed, onDark(c), by)
				}
			}
		}
	}
	if chosen < 1000 {
		t.Errorf("%d colours can be chosen", chosen)
	}
	style := string(paint([]byte("a{color:"+ownColour+"}@media dark{a{color:"+ownColourDark+"}}"), "#7a1f3d"))
	if strings.Contains(style, ownColour) || strings.Contains(style, ownColourDark) || !strings.Contains(style, "#7a1f3d") {
		t.Error(style)
	}
	if own := content.Colour(ownColour); own.Contrast("#ffffff") < 4.5 || content.Colour(ownColourDark).Contrast(darkGround) < darkContrast {
		t.Error("the theme's own colours cannot be read")
	}
}
