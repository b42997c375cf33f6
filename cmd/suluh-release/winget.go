package main

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// The manifests of winget are three files: the version, what to install, and what it is.
// Their fields: https://github.com/microsoft/winget-cli/tree/master/schemas/JSON/manifests
const (
	wingetName   = "Suluh.Suluh"
	wingetSchema = "1.6.0"
)

// wingetHead begins each of them.
type wingetHead struct {
	Identifier string `yaml:"PackageIdentifier"`
	Version    string `yaml:"PackageVersion"`
}

// wingetFoot ends each of them.
type wingetFoot struct {
	Type   string `yaml:"ManifestType"`
	Schema string `yaml:"ManifestVersion"`
}

type wingetInstaller struct {
	Architecture string `yaml:"Architecture"`
	URL          string `yaml:"InstallerUrl"`
	Sum          string `yaml:"InstallerSha256"`
}

type wingetNested struct {
	Path  string `yaml:"RelativeFilePath"`
	Alias string `yaml:"PortableCommandAlias"`
}

// winget writes them, for the targets of Windows that were made.
func (r *release) winget(sums map[target]string) error {
	var installers []wingetInstaller
	for _, t := range []target{{"windows", "amd64"}, {"windows", "arm64"}} {
		if sum, made := sums[t]; made {
			installers = append(installers, wingetInstaller{map[string]string{"amd64": "x64", "arm64": "arm64"}[t.arch], r.address(t), strings.ToUpper(sum)})
		}
	}
	if len(installers) == 0 {
		return nil
	}
	head := wingetHead{wingetName, r.version}
	for _, f := range []struct {
		ending, kind string
		content      any
	}{
		{"", "version", struct {
			wingetHead `yaml:",inline"`
			Locale     string `yaml:"DefaultLocale"`
			wingetFoot `yaml:",inline"`
		}{head, "en-US", wingetFoot{"version", wingetSchema}}},
		{".installer", "installer", struct {
			wingetHead `yaml:",inline"`
			Type       string            `yaml:"InstallerType"`
			NestedType string            `yaml:"NestedInstallerType"`
			Nested     []wingetNested    `yaml:"NestedInstallerFiles"`
			Installers []wingetInstaller `yaml:"Installers"`
			wingetFoot `yaml:",inline"`
		}{head, "zip", "portable", []wingetNested{{"suluh.exe", "suluh"}}, installers, wingetFoot{"installer", wingetSchema}}},
		{".locale.en-US", "defaultLocale", struct {
			wingetHead `yaml:",inline"`
			Locale     string `yaml:"PackageLocale"`
			Publisher  string `yaml:"Publisher"`
			Name       string `yaml:"PackageName"`
			License    string `yaml:"License"`
			Short      string `yaml:"ShortDescription"`
			wingetFoot `yaml:",inline"`
		}{head, "en-US", "The Suluh authors", "Suluh", "MIT", about, wingetFoot{"defaultLocale", wingetSchema}}},
	} {
		data, err := yaml.Marshal(f.content)
		if err != nil {
			return err
		}
		schema := fmt.Sprintf("# yaml-language-server: $schema=https://aka.ms/winget-manifest.%s.%s.schema.json\n", f.kind, wingetSchema)
		r.made["winget/"+wingetName+f.ending+".yaml"] = append([]byte(schema), data...)
	}
	return nil
}
