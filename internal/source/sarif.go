package source

import (
	"encoding/json"
	"io"
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
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name string `json:"name"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
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
	}
)

// PrintSARIF writes the list as a SARIF 2.1.0 log.
func (l List) PrintSARIF(w io.Writer, lang Lang) error {
	run := sarifRun{Tool: sarifTool{Driver: sarifDriver{Name: "suluh"}}, Results: []sarifResult{}}
	for _, d := range l {
		t := d.In(lang)
		result := sarifResult{RuleID: d.Code, Level: d.Severity().String(), Message: sarifMessage{Text: joinSentences(t.What, t.Why, t.Mend)}}
		if d.Name != "" {
			place := sarifPhysical{Artifact: sarifArtifact{URI: d.Name}}
			if d.Line > 0 {
				place.Region = &sarifRegion{StartLine: d.Line, StartColumn: max(d.Col, 1)}
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
