package content

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"suluh/internal/source"
)

// Colour is a colour of a site, written #rrggbb. White letters can be read on it.
type Colour string

var colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// leastContrast is what letters need to be read (WCAG 2.2, 1.4.3).
const leastContrast = 4.5

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *Colour) UnmarshalText(text []byte) error {
	typed := Colour(strings.ToLower(strings.TrimSpace(string(text))))
	if !colourForm.MatchString(string(typed)) {
		return &source.Fault{Code: source.ColourUnreadable, Args: []any{string(text)}}
	}
	if typed.Contrast("#ffffff") < leastContrast {
		return &source.Fault{Code: source.ColourPale, Args: []any{string(typed)}, Near: string(typed.darker())}
	}
	*c = typed
	return nil
}

// RGB gives red, green and blue, from 0 to 255.
func (c Colour) RGB() [3]float64 {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 32)
	if err != nil {
		return [3]float64{}
	}
	return [3]float64{float64(n >> 16 & 255), float64(n >> 8 & 255), float64(n & 255)}
}

// Contrast says how well two colours are told apart, from 1 to 21 (WCAG 2.2, contrast ratio).
func (c Colour) Contrast(other Colour) float64 {
	a, b := c.luminance(), other.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is WCAG's relative luminance.
func (c Colour) luminance() float64 {
	sum := 0.0
	for i, v := range c.RGB() {
		if v /= 255; v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += v * [3]float64{0.2126, 0.7152, 0.0722}[i]
	}
	return sum
}

// darker gives the same colour, as dark as white letters need it.
func (c Colour) darker() Colour {
	for part := 1.0; ; part -= 0.02 {
		rgb := c.RGB()
		dark := Colour(fmt.Sprintf("#%02x%02x%02x", int(rgb[0]*part), int(rgb[1]*part), int(rgb[2]*part)))
		if part <= 0 || dark.Contrast("#ffffff") >= leastContrast {
			return dark
		}
	}
}
