package main

import "encoding/json"

// scoop writes the manifest of Scoop, for the targets of Windows that were made.
func (r *release) scoop(sums map[target]string) error {
	type download struct {
		URL  string `json:"url"`
		Hash string `json:"hash"`
	}
	of := map[string]download{}
	for name, t := range map[string]target{"64bit": {"windows", "amd64"}, "arm64": {"windows", "arm64"}} {
		if sum, made := sums[t]; made {
			of[name] = download{r.address(t), sum}
		}
	}
	if len(of) == 0 {
		return nil
	}
	data, err := json.MarshalIndent(struct {
		Version      string              `json:"version"`
		Description  string              `json:"description"`
		Homepage     string              `json:"homepage"`
		License      string              `json:"license"`
		Architecture map[string]download `json:"architecture"`
		Bin          string              `json:"bin"`
	}{r.version, about, r.url, "MIT", of, "suluh.exe"}, "", "    ")
	r.made["suluh.json"] = append(data, '\n')
	return err
}
