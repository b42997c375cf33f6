package publish

import (
	"suluh/internal/channel"
	"suluh/internal/channel/assets"
	"suluh/internal/channel/llms"
	"suluh/internal/channel/offline"
	"suluh/internal/channel/searchindex"
	"suluh/internal/channel/sitemap"
	"suluh/internal/channel/vcard"
	"suluh/internal/channel/webmanifest"
	"suluh/internal/pages"
)

// row is a channel, which makes outputs of one sort. A new sort of output is one package and one row here.
type row struct {
	name string
	run  func(s *Edition, add func(channel.Output))
}

// channels are made in this order; the last of them are made of what stands above.
var channels = []row{
	{"pages", fromPages(pages.Written)},
	{"old addresses", fromPages(pages.Aliases)},
	{"lists of a section", fromPages(pages.Sections)},
	{"village directory", fromPages(pages.Directory)},
	{"contacts", fromPages(pages.Numbers)},
	{"glossary", fromPages(pages.Glossary)},
	{"topics", fromPages(pages.Topics)},
	{"cards for the pocket", fromPages(pages.Pockets)},
	{"not found", fromPages(pages.NotFound)},
	{"form of an office", fromPages(pages.Form)},
	{"contacts to keep", fromContent(vcard.Outputs)},
	{"search index", fromContent(searchindex.Outputs)},
	{"village search", fromContent(searchindex.Villages)},
	{"number search", fromContent(searchindex.Numbers)},
	{"web app manifest", fromContent(webmanifest.Outputs)},
	{"pages for machines", fromContent(llms.Outputs)},
	{"pictures", fromContent(assets.Pictures)},
	{"documents", fromContent(assets.Documents)},
	{"static files", fromContent(assets.Static)},
	{"saving for offline", fromFiles(offline.Outputs)},
	{"packs to save", fromFiles(offline.Packs)},
	{"versions of what was saved", fromFiles(offline.Versions)},
	{"service worker", fromFiles(offline.ServiceWorker)},
	{"sitemap", func(s *Edition, add func(channel.Output)) { sitemap.Outputs(s.Source, s.Set, add) }},
}

// fromPages is a channel that makes pages.
func fromPages(run func(*pages.Maker, func(channel.Output))) func(*Edition, func(channel.Output)) {
	return func(s *Edition, add func(channel.Output)) { run(s.Maker, add) }
}

// fromContent is a channel that makes files of what a site says.
func fromContent(run func(*channel.Source, func(channel.Output))) func(*Edition, func(channel.Output)) {
	return func(s *Edition, add func(channel.Output)) { run(s.Source, add) }
}

// fromFiles is a channel that makes files of others.
func fromFiles(run func(*offline.Saving, func(channel.Output))) func(*Edition, func(channel.Output)) {
	return func(s *Edition, add func(channel.Output)) { run(s.saving, add) }
}
