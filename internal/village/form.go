package village

// FormRule is a rule of the form by which an office sends its data. A browser asks
// it before anything is sent. What its Pattern finds is wrong, or with Must, what it
// does not find (case does not matter); the reader of the field refuses it, too. TestFormRules holds both against each other; the
// reader knows more than the form.
type FormRule struct {
	Field   string // telepon, wa, jam, …
	Pattern string // of JavaScript and of Go
	Must    bool
	Wrong   FormWrong
}

// FormWrong is what a rule of the form finds.
type FormWrong int

// What is found, in the order of the words of the form.
const (
	SeveralNumbers FormWrong = iota
	LettersInNumber
	NumberBegins
	TooFewDigits
	TooManyDigits
	NoClosing
	NoDays
	NumberInWords
	NameOfPerson
)

// numberRules are those of a number.
var numberRules = []FormRule{
	{"", `[/;|]|\d\s*,\s*\+?0|\b(?:atau|dan)\b|\d{6}\s+-\s+\+?0\d{6}`, false, SeveralNumbers},
	{"", `[a-z]`, false, LettersInNumber},
	{"", `^[\s(]*(?:\+|0|62)`, true, NumberBegins},
	{"", `^(?:\D*\d\D*){1,7}$`, false, TooFewDigits},
	{"", `^\+?(?:\D*\d\D*){17,}$`, false, TooManyDigits},
}

// FormRules are the rules of the form, in the order in which they are asked.
func FormRules() []FormRule {
	var rules []FormRule
	for _, field := range []string{"telepon", "wa", "nomor"} {
		for _, r := range numberRules {
			rules = append(rules, FormRule{field, r.Pattern, r.Must, r.Wrong})
		}
	}
	return append(rules,
		FormRule{"jam", `selesai|seterusnya`, false, NoClosing},
		FormRule{"jam", `sen[ie]n|\bsen\b|selasa|\bsel\b|rabu|rebo|\brab\b|k[ae]mis|\bkam\b|jum|sabtu|\bsab\b|setu|minggu|ahad|hari|24\s*jam|mon|tue|wed|thu|fri|sat|sun`, true, NoDays},
		FormRule{"alamat", `\d[\d .-]{8,}\d`, false, NumberInWords},
		FormRule{"petunjuk", `\d[\d .-]{8,}\d`, false, NumberInWords},
		FormRule{"petugas", `^\s*(?:bapak|bpk|pak|ibu|bu|sdri?|mas|mbak|h|hj)\b`, false, NameOfPerson},
	)
}
