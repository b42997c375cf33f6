package search

// Stems is for the tests that compare with the script.
func Stems(line string) []string { return cutter{}.line(line) }

// IsCommon is what the fuzz target needs to know of the index.
var IsCommon = isCommon
