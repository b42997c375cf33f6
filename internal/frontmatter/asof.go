package frontmatter

// AsOf is the day for which a file speaks: that on which a person compared it with
// its source (diperiksa) or, when nobody has, that on which it was compiled from
// its sources (disusun). The zero AsOf says neither.
type AsOf struct {
	Date     Date
	Compiled bool // and never compared since
}

// AsOfDates gives the day for which a file speaks that has these two dates.
func AsOfDates(checked, compiled Date) AsOf {
	if !checked.IsZero() {
		return AsOf{Date: checked}
	}
	return AsOf{Date: compiled, Compiled: !compiled.IsZero()}
}

// IsZero tells whether the file was neither checked nor compiled on a day that it
// names.
func (a AsOf) IsZero() bool { return a.Date.IsZero() }

// Key gives the key of the front matter in which the day stands.
func (a AsOf) Key() string {
	if a.Compiled {
		return "disusun"
	}
	return "diperiksa"
}

// Newest gives the latest date of sources; zero when none has one.
func Newest(sources []Citation) Date {
	var newest Date
	for _, c := range sources {
		if newest.Before(c.Date) {
			newest = c.Date
		}
	}
	return newest
}
