package source

// example is what a writer typed, and what should stand there.
type example struct{ wrong, right string }

// examples stand behind --explain.
var examples = map[Code]example{}
