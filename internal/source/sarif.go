package source

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"unicode/utf8"
)

// The parts of SARIF 2.1.0 (OASIS) that code hosts read to show a diagnostic
// beside the line it is about.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      Code         `json:"id"`
		Short   sarifMessage `json:"shortDescription"`
		Help    sarifMessage `json:"help"`
		Default sarifLevel   `json:"defaultConfiguration"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Count     int             `json:"occurrenceCount,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// PrintSARIF writes the list as a SARIF 2.1.0 log, with each code of it as a
// rule.
func (l List) PrintSARIF(w io.Writer, lang Lang) error {
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{Name: "suluh", Rules: l.rules(lang)}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	for _, d := range l {
		t := d.In(lang)
		result := sarifResult{
			RuleID: d.Code, Level: d.Severity().String(), Message: sarifMessage{Text: joinSentences(t.What, t.Why, t.Mend)},
			RuleIndex: slices.IndexFunc(run.Tool.Driver.Rules, func(r sarifRule) bool { return r.ID == d.Code }),
		}
		if d.More > 0 {
			result.Count = 1 + d.More
		}
		if d.Name != "" {
			place := sarifPhysical{Artifact: sarifArtifact{URI: fileURI(d.Name)}}
			if d.Line > 0 {
				place.Region = &sarifRegion{StartLine: d.Line, StartColumn: max(d.Col, 1)}
				if d.Width > 0 {
					place.Region.EndColumn = place.Region.StartColumn + d.Width
				}
			}
			result.Locations = []sarifLocation{{Physical: place}}
		}
		run.Results = append(run.Results, result)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

// rules gives the codes of the list with what the catalogue says of them.
func (l List) rules(lang Lang) []sarifRule {
	rules := []sarifRule{}
	seen := map[Code]bool{}
	for _, d := range l {
		if seen[d.Code] {
			continue
		}
		seen[d.Code] = true
		t := blank(d.Code, lang)
		rules = append(rules, sarifRule{
			ID: d.Code, Short: sarifMessage{t.What}, Help: sarifMessage{joinSentences(t.Why, t.Mend)}, Default: sarifLevel{d.Severity().String()},
		})
	}
	slices.SortFunc(rules, func(a, b sarifRule) int { return slices.Compare([]byte(a.ID), []byte(b.ID)) })
	return rules
}

// fileURI writes the name of a file as a reference (RFC 3986), whatever is in
// it.
func fileURI(name string) string {
	if !utf8.ValidString(name) {
		name = string([]rune(name))
	}
	u := url.URL{Path: name}
	return u.String() // with ./ in front where a colon would make a scheme
}

func joinSentences(sentences ...string) string {
	var text string
	for _, s := range sentences {
		if s != "" && text != "" {
			text += " "
		}
		text += s
	}
	return text
}
