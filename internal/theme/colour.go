package theme

import (
	"bytes"
	"fmt"
	"math"

	"suluh/internal/content"
)

// The colour of the theme, which situs.yaml may replace: of buttons, frames and the icon on
// white, and of the same on black.
const (
	ownColour     = "#0b5560"
	ownColourDark = "#7fd0dc"
	darkGround    = "#12181d"
)

// darkContrast is how much the colour stands out from the dark ground, as in the theme's own
// style; WCAG 2.2 asks for 4.5 (1.4.3).
const darkContrast = 7

// paint puts the site's colour where a style or a drawing has the theme's.
func paint(data []byte, colour content.Colour) []byte {
	if colour == "" {
		return data
	}
	data = bytes.ReplaceAll(data, []byte(ownColour), []byte(colour))
	return bytes.ReplaceAll(data, []byte(ownColourDark), []byte(onDark(colour)))
}

// onDark makes a colour as light as it must be on the dark ground.
func onDark(c content.Colour) content.Colour {
	for white := 0.0; ; white += 0.02 {
		light := mixed(c, white)
		if white >= 1 || light.Contrast(darkGround) >= darkContrast {
			return light
		}
	}
}

// mixed gives a colour with a part of white, from 0 to 1.
func mixed(c content.Colour, white float64) content.Colour {
	rgb := c.RGB()
	for i, v := range rgb {
		rgb[i] = math.Round(v + (255-v)*white)
	}
	return content.Colour(fmt.Sprintf("#%02x%02x%02x", int(rgb[0]), int(rgb[1]), int(rgb[2])))
}
