package main

// The folders of the tests.
const (
	inCommand     = "cmd/suluh"
	inDeploy      = "internal/deploy"
	inDesk        = "internal/desk"
	inExporter    = "internal/exporter"
	inImporter    = "internal/importer"
	inCache       = "internal/cache"
	inCompress    = "internal/compress"
	inEdit        = "internal/edit"
	inFrontmatter = "internal/frontmatter"
	inMarkdown    = "internal/markdown"
	inOutput      = "internal/output"
	inQuickHTML   = "internal/quickhtml"
	inPicture     = "internal/picture"
	inSearch      = "internal/search"
	inServe       = "internal/serve"
	inPublish     = "internal/publish"
	inTarget      = "internal/target"
	inTree        = "internal/tree"
	inRelease     = "cmd/suluh-release"
	inManual      = "internal/manual"
	inVCard       = "internal/channel/vcard"
)

// limit is the row of a limit of internal/limits, with the name of its case of
// TestLimits.
func limit(name, file, old, new, test string) guard {
	return guard{"limit: " + name, file, old, new, inPublish, "^TestLimits$/^" + test + "$"}
}

var guards = []guard{
	// What may be shown.
	{"a private number needs a consent", "internal/site/shown.go", "(c.Consent.IsZero() || s.IsAhead(c.Consent))", "s.IsAhead(c.Consent)", inPublish, "^TestGate$"},
	{"a consent dated ahead is none", "internal/site/shown.go", "(c.Consent.IsZero() || s.IsAhead(c.Consent))", "c.Consent.IsZero()", inPublish, "^TestGate$"},
	{"a village's numbers are withdrawn by age", "internal/site/shown.go", "if age == withdrawn || c.IsPrivate()", "if c.IsPrivate()", inPublish, "^TestGate$"},
	{"a contact's numbers are withdrawn by age", "internal/site/shown.go", "if n.Phone.IsZero() || own == withdrawn {", "if n.Phone.IsZero() {", inPublish, "^TestGate$"},
	{"a contact without status shows nothing", "internal/site/shown.go", "if c.Status == content.StatusNone {", "if false {", inPublish, "^TestGate$"},
	{"a number's own check withdraws it", "internal/site/shown.go", "own := s.Freshness(n.AsOf(c), c.ValidFor)", "own := age", inPublish, "^TestNumberOfItsOwn$"},
	{"a check dated ahead is none", "internal/site/shown.go", "case s.IsAhead(of.Date):", "case false:", inPublish, "^TestGate$"},
	{"no card for a number to come", "internal/site/shown.go", "e.From <= today && (", "(", inPublish, "^TestGate$"},
	{"no card for a number that is too old", "internal/site/shown.go", "(e.AsOf == 0 || today < e.AsOf+2*", "(e.AsOf == 0 || 0 < e.AsOf+2*", inPublish, "^TestGate$"},
	{"no card of a contact without a number", "internal/channel/vcard/vcard.go", "if len(shown.Ways) == 0 {", "if false {", inPublish, "^TestGate$"},
	{"a card asks the gate", "internal/channel/vcard/vcard.go", "numbers: shown.Numbers(), street: c.Address",
		"numbers: []site.ShownNumber{{Number: c.Declared[0].Phone}}, street: c.Address", inPublish, "^TestOneGate$"},
	{"a number on a page is a link of digits", "internal/markdown/target.go", `scheme == "tel" && dialForm.MatchString(digits)`, `scheme == "tel"`, inMarkdown, "^TestTargets$"},

	// Publishing to hosts.
	{"a deploy takes not many pages away unasked", "internal/deploy/plan.go", "return pages > fewPages && pages*partGone > p.Pages", "return pages < 0", inDeploy, "^TestFolder$"},
	{"a site of others is not written over", "internal/deploy/plan.go", "return at, ErrNotOurs", "return at, nil", inDeploy, "^TestSFTP$/^others$"},
	{"undo knows that another computer has published", "internal/deploy/archive.go", "if err != nil || !bytes.Equal(now, published.Data) {", "if err != nil || !bytes.Equal(now, now) {", inDeploy, "^TestFolder$"},
	{"a file that was changed after the build is not sent", "internal/deploy/deploy.go", "want != cache.HashOf(data)", "want != cache.HashOf(data) && false", inCommand, "^TestScript$/^deploy$"},
	{"a password lies outside the site", "internal/deploy/secret.go", "if inside {", "if inside && false {", inCommand, "^TestScript$/^deploy$"},
	{"a password is in no address", "internal/target/target.go", "has := u.User.Password(); has {", "has := u.User.Password(); has && false {", inTarget, "^TestParseRefuses$"},
	{"FTP without TLS is refused", "internal/target/target.go", `case "ftp":`, `case "ftp-":`, inTarget, "^TestParseRefuses$"},

	// Cards.
	{"vCard: what separates is escaped", "internal/channel/vcard/vcard.go", `";", `, `"\x00", `, inVCard, "^TestCardEscapes$"},
	{"vCard: commas are escaped", "internal/channel/vcard/vcard.go", `",", `, `"\x00", `, inVCard, "^TestCardEscapes$"},
	{"vCard: line ends are escaped", "internal/channel/vcard/vcard.go", `"\n", `, `"\x00", `, inVCard, "^TestCardEscapes$"},
	{"vCard: control characters go", "internal/channel/vcard/vcard.go", `r < ' ' && r != '\n' || `, "", inVCard, "^TestCardEscapes$"},
	{"vCard: ends of lines that are not seen go", "internal/channel/vcard/vcard.go", "slices.Contains([]rune{0x7F, 0x85, 0x2028, 0x2029}, r)", "slices.Contains([]rune{0x7F}, r)", inVCard, "^TestCardEscapes$"},

	// Links.
	{"a link does not leave content/", "internal/site/link.go", `case name == ".." || strings.HasPrefix(name, "../"):`, "case false:", inPublish, "^TestInvalid$/^links$"},
	{"only known schemes are linked", "internal/markdown/target.go", `case scheme != "":`, "case false:", inMarkdown, "^TestTargets$"},
	{"sms: links have a form", "internal/markdown/target.go", `scheme == "sms" && smsForm.MatchString(digits)`, `scheme == "sms"`, inMarkdown, "^TestTargets$"},
	{"no link to the writer's own disk", "internal/markdown/target.go", "if onDisk.MatchString(address) {", "if false {", inMarkdown, "^TestTargets$"},
	{"no picture from another site", "internal/markdown/target.go", "case kind == Picture && slices.Contains(Schemes, scheme):", "case false && slices.Contains(Schemes, scheme):", inMarkdown, "^TestTargets$"},
	{"a dead anchor is told", "internal/site/link.go", "if slices.Contains(ids, fragment) {", "if slices.Contains(ids, fragment) || true {", inPublish, "^TestInvalid$/^links$"},
	{"a dead anchor of a made page is told", "internal/site/link.go", "if !slices.Contains(anchors, fragment) {", "if !slices.Contains(anchors, fragment) && false {", inPublish, "^TestInvalid$"},

	// Texts.
	{"a key stands once", "internal/frontmatter/decode.go", "if line, twice := seen[key.Value]; twice {", "if line, twice := seen[key.Value]; twice && false {", inPublish, "^TestInvalid$/^frontmatter_keys$"},
	{"no text writes a control character", "internal/markdown/writer.go", "if source.IsSteering(r) {", "if false && source.IsSteering(r) {", inMarkdown, "^TestPlaceholders$"},
	{"a reference that steers is told", "internal/markdown/collect.go", "range w.steering {", "range w.steering[:0] {", inMarkdown, "^TestPlaceholders$"},
	{"signs that nobody sees are told", "internal/markdown/collect.go", "return source.IsSteering(r) || isUnseen(r) }", "return false }", inMarkdown, "^TestUnseen$"},
	{"YAML: signs that steer are told", "internal/frontmatter/decode.go", "strings.IndexFunc(text, source.IsSteering); i >= 0 {", "strings.IndexFunc(text, source.IsSteering); i > len(text) {", inFrontmatter, "^TestSteering$"},
	{"a file holds no control character", "internal/source/file.go", "if i := firstControl(data); i >= 0 {", "if i := firstControl(data); i > len(data) {", inPublish, "^TestInvalid$"},
	{"a placeholder has a number of its page", "internal/markdown/render.go", "i < 0 || i >= len(refs)", "i >= len(refs)", inMarkdown, "^TestSplit$"},
	{"a placeholder has no number above", "internal/markdown/render.go", "i < 0 || i >= len(refs)", "i < 0", inMarkdown, "^TestSplit$"},
	{"titles are escaped", "internal/markdown/render.go", "placeholder(b.label), html.EscapeString(b.title), title)", "placeholder(b.label), b.title)", inMarkdown, "^TestEscapes$"},

	// Limits.
	{"a page has a budget", "internal/publish/budget.go", "if parts.Total > b.Limit {", "if false {", inPublish, "^TestInvalid$/^weight$"},
	{"limit: HTML", "internal/publish/budget.go", "source.Passed(limits.HTML, len(page))", "source.Passed(limits.HTML, 0)", inPublish, "^TestHTMLLimit$"},
	{"limit: HTML that is light on its way", "internal/publish/edition.go", "page.Len() <= limits.HTML.Max", "limits.HTML.Max > 0", inPublish, "^TestHTMLLimit$"},
	limit("a text", "internal/source/file.go", "Passed(limits.OfFile(name), len(raw))", "Passed(limits.OfFile(name), 0)", "bytes_of_a_text_file"),
	limit("a line", "internal/source/file.go", "length > limits.Line.Max {\n\t\tfault", "length > len(data) {\n\t\tfault", "bytes_of_a_line"),
	limit("a block", "internal/markdown/limits.go", "{limits.Block, block}", "{limits.Block, block * 0}", "bytes_without_an_empty_line"),
	limit("front matter", "internal/frontmatter/frontmatter.go", "source.Passed(limits.Matter, length)", "source.Passed(limits.Matter, 0)", "bytes_of_front_matter"),
	limit("a value", "internal/frontmatter/decode.go", "source.Passed(limits.Value, len(n.Value))", "source.Passed(limits.Value, 0)", "bytes_of_a_value"),
	limit("items", "internal/frontmatter/decode.go", "source.Passed(limits.Items, len(n.Content))", "source.Passed(limits.Items, 0)", "items_of_a_list_of_data"),
	limit("nesting of lists", "internal/markdown/limits.go", "{limits.Nesting, depth}", "{limits.Nesting, depth * 0}", "levels_of_lists,_quotes_or_boxes_in_each_other"),
	limit("nesting of quotes", "internal/markdown/limits.go", "\t\t\tquotes++\n", "", "levels_of_lists,_quotes_or_boxes_in_each_other#01"),
	limit("brackets", "internal/markdown/limits.go", "{limits.Brackets, longestRun(rest)}", "{limits.Brackets, 0}", "brackets_in_a_row"),
	limit("headings", "internal/markdown/limits.go", "{limits.Headings, headings}", "{limits.Headings, headings * 0}", "headings_of_a_page"),
	limit("numbers", "internal/markdown/collect.go", "source.Passed(limits.Numbers, len(c.doc.Numbers))", "source.Passed(limits.Numbers, 0)", "numbers_in_a_page"),
	limit("boxes", "internal/markdown/limits.go", "{limits.Boxes, boxes}", "{limits.Boxes, boxes * 0}", "boxes_of_a_page"),
	limit("columns", "internal/markdown/limits.go", "{limits.Columns, columns}", "{limits.Columns, columns * 0}", "columns_of_a_table"),
	limit("pages", "internal/site/load.go", "source.Passed(limits.Pages, pages)", "source.Passed(limits.Pages, 0)", "pages_in_content/"),
	limit("a drawing", "internal/site/pictures.go", "source.Passed(limits.OfFile(name), len(data))", "source.Passed(limits.OfFile(name), 0)", "bytes_of_an_SVG_picture"),
	limit("shapes", "internal/picture/svg.go", "source.Passed(limits.Shapes, c.shapes.drawn())", "source.Passed(limits.Shapes, 0)", "shapes_that_an_SVG_draws"),
	limit("shapes drawn again", "internal/picture/shapes.go", "total = min(total+s.count(used), limits.Shapes.Max+1)", "total = min(total, limits.Shapes.Max+s.count(used))", "shapes_that_an_SVG_draws#01"),
	{"a drawing that draws itself ends", "internal/picture/shapes.go", "case now.busy:", "case false:", inPublish, "^TestShapes$"},

	// Files.
	{"no link leads out of the folder", "internal/tree/tree.go", "os.OpenInRoot(f.Dir, filepath.FromSlash(name))", "os.Open(full)", inTree, "^TestFS$"},
	{"no folder outside is listed", "internal/tree/tree.go", "if !f.Links && f.leadsOut(", "if false && f.leadsOut(", inTree, "^TestFS$"},
	{"no pipe is opened", "internal/tree/tree.go", "if !info.IsDir() && !info.Mode().IsRegular() {", "if false {", inTree, "^TestFS$"},
	{"no large file is opened", "internal/tree/tree.go", "!info.IsDir() && info.Size() > int64(limit.Max) {", "info.Size() > int64(limit.Max) && false {", inTree, "^TestFS$"},
	{"a file that grows is cut off", "internal/tree/tree.go", "for len(data) <= limit.Max {", "for {", inTree, "^TestGrowingFile$"},
	{"a PDF runs nothing", "internal/content/document.go", `actingName(objects); found != "" {`, `actingName(objects); found == "-" {`, inPublish, "^TestDocuments$"},
	{"a PDF runs nothing that is packed", "internal/content/document.go", `actingName(text); found != "" {`, `actingName(text); found == "-" {`, inPublish, "^TestDocuments$"},
	{"a PDF's names are read with their numbers", "internal/content/document.go", "if bytes.IndexByte(text, '#') >= 0 {", "if false {", inPublish, "^TestDocuments$"},
	{"a PDF is one", "internal/content/document.go", `if !begins("%PDF-") {`, "if false {", inPublish, "^TestDocuments$"},
	{"no card of contacts from elsewhere", "internal/content/document.go", `case ".vcf":`, `case ".vcf-":`, inPublish, "^TestDocuments$"},

	// Addresses.
	{"no poster over another page", "internal/publish/addresses.go", "paths = append(paths, permalink.Poster(v))", "_ = permalink.Poster(v)", inPublish, "^TestCollisions$"},
	{"no page over another in other letters", "internal/channel/collision.go", "own := permalink.Fold(o.Path)", "own := o.Path", inPublish, "^TestCollisions$"},
	{"no file where a folder is", "internal/channel/collision.go", "if name == own && !taken {", "if false {", inPublish, "^TestCollisions$"},
	{"no folder where a file is", "internal/channel/collision.go", `for name := own; name != "."; name = path.Dir(name) {`, `for name := own; name == own; name = path.Dir(name) {`, inPublish, "^TestCollisions$"},
	{"no path that a disk cannot hold", "internal/channel/collision.go", "case len(part) > content.LongestName:", "case false:", inPublish, "^TestCollisions$"},
	{"no path in two lines", "internal/channel/collision.go", "case strings.ContainsFunc(part, unicode.IsControl):", "case strings.ContainsFunc(part, unicode.IsControl) && false:", inPublish, "^TestCollisions$"},

	// The preview.
	{"preview: Host", "internal/serve/guard.go", "case !g.isOurs(r.Host):", "case false:", inServe, "^TestGuard$"},
	{"preview: Host is an address", "internal/serve/guard.go", "return err == nil\n}\n\n// hostOf", "return err == nil || true\n}\n\n// hostOf", inServe, "^TestGuard$"},
	{"preview: Origin", "internal/serve/guard.go", `if origin := r.Header.Get("Origin"); origin != "" {`, `if origin := r.Header.Get("Origin"); origin == "-" {`, inServe, "^TestGuard$"},
	{"preview: Sec-Fetch-Site", "internal/serve/guard.go", `case "", "same-origin", "none":`, `case "", "same-origin", "none", "cross-site":`, inServe, "^TestGuard$"},
	{"preview: methods", "internal/serve/guard.go", "case r.Method != http.MethodGet && r.Method != http.MethodHead:", "case false:", inServe, "^TestGuard$"},
	{"preview: nosniff", "internal/serve/guard.go", `h.Set("X-Content-Type-Options", "nosniff")`, "", inServe, "^TestGuard$"},
	{"preview: no-store", "internal/serve/guard.go", `h.Set("Cache-Control", "no-store")`, "", inServe, "^TestGuard$"},
	{"preview: Cross-Origin-Resource-Policy", "internal/serve/guard.go", `h.Set("Cross-Origin-Resource-Policy", "same-origin")`, "", inServe, "^TestGuard$"},
	{"preview: in no frame", "internal/serve/guard.go", `h.Set("X-Frame-Options", "SAMEORIGIN")`, "", inServe, "^TestGuard$"},
	{"preview: half a request ends", "internal/serve/serve.go", "ReadHeaderTimeout: 10 * time.Second", "ReadHeaderTimeout: 0 * time.Second", inServe, "^TestHeaderTimeout$"},
	{"preview: the panel is escaped", "internal/serve/serve.go", `"html/template"`, `"text/template"`, inServe, "^TestPanel$"},
	{"preview: lines only for this computer", "internal/serve/serve.go", "\t\tif own {\n", "\t\tif true {\n", inServe, "^TestPanel$"},
	{"preview: a page with an error stays as it was", "internal/serve/held.go", "if there && !h.files[out.From] {", "if there {", inServe, "^TestOnlyFaultyHeld$"},
	{"preview: broken data hold back all", "internal/serve/held.go", `h.all = h.all || path.Ext(d.Name) != ".md"`, "_ = path.Ext", inServe, "^TestOnlyFaultyHeld$"},
	{"preview: who is this computer", "internal/serve/guard.go", "err == nil && from.Addr().Unmap().IsLoopback()", "err == nil && from.IsValid()", inServe, "^TestPanel$"},
	{"preview: what the disk says only for this computer", "internal/serve/serve.go", "if broken != nil && own {", "if broken != nil {", inServe, "^TestBrokenDisk$"},
	{"preview: lost events", "internal/serve/watch.go", `s.changed("")`, "_ = err", inServe, "^TestLostEvents$"},
	{"preview: for this computer alone unless --addr says so", "cmd/suluh/serve.go", `"addr", "127.0.0.1:1313"`, `"addr", ":1313"`, inCommand, "^TestServeAtHome$"},

	// The published folder.
	{"a folder of others is refused", "internal/output/open.go", `return fmt.Errorf("%s: %w", d.path, ErrNotOurs)`, "return nil", inOutput, "^TestOpenRefuses$"},
	{"a number stands only where its owner agreed: pages", "internal/pages/villageview.go", ".For(village.OnPages)", "", inPublish, "^TestScope$"},
	{"a number stands only where its owner agreed: paper", "internal/pages/poster.go", ".For(village.OnPaper)", "", inPublish, "^TestScope$"},
	{"a number stands only where its owner agreed: cards", "internal/channel/vcard/vcard.go", ".For(village.OnCards)", "", inPublish, "^TestScope$"},
	{"a number stands only where its owner agreed: data", "internal/exporter/data.go", "for _, way := range v.Page.For(village.InData).Ways", "for _, way := range v.Page.Ways", inCommand, "^TestNumberJourney$"},
	{"a word for a scope that is not known keeps the number out", "internal/importer/consent.go", "			if !known {", "			if !known && false {", inImporter, "^TestCases$"},
	{"an older day does not set a check back", "internal/importer/write.go", "v.cell.Field == Checked && v.shown < old && !w.force", "false", inImporter, "^TestDates$"},
	{"each output is rendered once", "internal/channel/set.go", "if !s.Needed[o.Path] {", "if true {", inPublish, "^TestRendersOnce$"},
	{"what is only compiled says so", "internal/theme/words.go", "if of.Compiled {", "if false {", inPublish, "^TestCompiled$"},
	{"what is only compiled grows old", "internal/frontmatter/asof.go", "Date: compiled,", "Date: Date{},", inPublish, "^TestCompiled$"},
	{"the sources are no output", "internal/output/open.go", "return err == nil && filepath.IsLocal(rel)", "return false && err == nil && filepath.IsLocal(rel)", inOutput, "^TestOpenRefuses$"},
	{"no name outside the site is written", "internal/output/output.go", "if !isInside(name) {", "if false {", inOutput, "^TestWriteRefusesPathsOutsideTheSite$"},
	{"first the new folder, then the old one goes", "internal/output/commit.go", "if err := exchange(fresh, d.path); err == nil {",
		"if err := os.RemoveAll(d.path); err != nil {\n\t\treturn err\n\t}\n\tif err := os.Rename(fresh, d.path); err == nil {", inOutput, "^TestSwapThatFails$"},
	{"a swap that fails is undone", "internal/output/commit.go", "return errors.Join(err, os.Rename(old, d.path))", "return err", inOutput, "^TestSwapThatFails$"},
	{"who works in the folder is seen", "internal/output/holders_linux.go", "if worksIn(process, folder) {", "if false {", inOutput, "^TestHeldFolder$"},
	{"a mount of the folder is seen", "internal/output/holders_linux.go", "m.device == device && m.root != \"/\"", "m.device == device+\"x\" && m.root != \"/\"", inOutput, "^TestHeldFolder$"},
	{"a time put back is seen", "internal/output/stage.go", "stamp.Time == e.time && (stamp.Change == 0 || stamp.Change < d.since)", "stamp.Time == e.time", inOutput, "^TestTimePutBack$"},
	{"pages come after what they need", "internal/output/inplace.go", "case path.Ext(name) == \".html\":\n\t\treturn 1", "case path.Ext(name) == \".html\":\n\t\treturn -1", inOutput, "^TestEveryFault$"},
	{"the next manifest comes first", "internal/output/inplace.go", "if err := copyOver(manifest, next); err != nil {", "if err := error(nil); err != nil {", inOutput, "^TestEveryFault$"},
	{"the umask is ignored", "internal/output/stage.go", "return os.Chmod(file, now.Mode()&kept&^fs.ModePerm|mode)", "return os.Chmod(file, now.Mode()&kept)", inOutput, "^TestInPlaceKeepsTheFolder$"},
	{"texts are escaped", "internal/quickhtml/escape.go", `'<': "&lt;"`, `'<': "<"`, inQuickHTML, "^TestConstructs$"},
	{"addresses with a scheme are judged", "internal/quickhtml/escape.go", "case trusted && (c == '+' || c == ':'):", "case c == '+' || c == ':':", inQuickHTML, "^TestConstructs$"},
	{"a nil on the way to a field is told", "internal/quickhtml/value.go", "if !ok || v.IsNil() {\n\t\t\t\treturn v, false\n\t\t\t}\n\t\t\tv = v.Elem()", "if !ok || v.IsNil() {\n\t\t\t\treturn reflect.Zero(found.Type), true\n\t\t\t}\n\t\t\tv = v.Elem()", inQuickHTML, "^TestConstructs$"},
	{"what html/template copied for another place is its own", "internal/quickhtml/compile.go", "c.set.tmpl.Lookup(n.Name) == nil", "false", inQuickHTML, "^TestConstructs$"},
	{"what failed half-way is written once", "internal/quickhtml/quickhtml.go", "w.Truncate(start)", "_ = start", inQuickHTML, "^TestConstructs$"},
	{"plain YAML leaves notes to the library", "internal/frontmatter/plain.go", `strings.Contains(text, " #")`, `strings.Contains(text, " ##")`, inFrontmatter, "^TestPlain$"},
	{"plain YAML leaves days that are none to the library", "internal/frontmatter/plain.go", `day <= "30" && month != "02"`, `day <= "30"`, inFrontmatter, "^TestPlain$"},
	{"plain YAML leaves values of several lines to the library", "internal/frontmatter/plain.go", `ok && r.rest == ""`, "ok", inFrontmatter, "^TestPlain$"},
	{"a page over its budget has the best quality", "internal/compress/plan.go", "p.Most > 0 && len(packed) > p.Most", "p.Most > 0 && len(packed) < 0", inCompress, "^TestPlan$"},
	{"time is spent where it saves a packet", "internal/compress/plan.go", "p.Saves == Packets && maySavePacket(len(packed))", "false", inCompress, "^TestPackets$"},
	{"what was compressed is found again", "internal/compress/store.go", "if packed, _, err := s.found.GetBytes(id); err == nil {", "if packed, _, err := s.found.GetBytes(id); err != nil {", inCompress, "^TestStore$"},
	{"what another plan made is not kept", "internal/output/output.go", "!ok || old.key != by ||", "!ok ||", inOutput, "^TestKeepOfAnotherPlan$"},
	{"a small site is compressed as well as can be", "internal/publish/compression.go", "isSmall || ", "isSmall && ", inPublish, "^TestCompression$"},
	{"a damaged manifest is seen", "internal/output/manifest.go", "d.damaged = !whole", "d.damaged = !whole && false", inOutput, "^TestDamagedManifest"},

	// What is kept between builds.
	{"cache: checksum of a head", "internal/cache/cache.go", "|| crc32.Checksum(head, castagnoli) != binary.LittleEndian.Uint32(data[fixed-8:])", "", inCache, "^TestDamage$"},
	{"cache: checksum of a body", "internal/cache/cache.go", "|| crc32.Checksum(body, castagnoli) != p.sum", "", inCache, "^TestDamage$"},
	{"cache: a record has its name", "internal/cache/cache.go", "string(data[fixed:fixed+it.name]) != name ||", "", inCache, "^TestChangedUnderneath$"},
	{"cache: what was just written may change", "internal/cache/cache.go", "if s.Time <= 0 || s.Time > now || s.Change > now {", "if s.Time <= 0 || now == 0 {", inCache, "^TestJustWritten$"},
	{"cache: another program's is not read", "internal/cache/cache.go", "if err != nil || first != c.version {", "if err != nil {", inCache, "^TestOtherProgram$"},
	{"state: program", "internal/site/load.go", "cache.Program(), o.Date, o.Base, o.Drafts)", "o.Date, o.Base, o.Drafts)", inPublish, "^TestState$"},
	{"state: date", "internal/site/load.go", "cache.Program(), o.Date, o.Base, o.Drafts)", "cache.Program(), o.Base, o.Drafts)", inPublish, "^TestState$"},
	{"state: date, in a later build", "internal/site/load.go", "cache.Program(), o.Date, o.Base, o.Drafts)", "cache.Program(), o.Base, o.Drafts)", inCommand, "^TestScript$/^build_later$"},
	{"state: base", "internal/site/load.go", "cache.Program(), o.Date, o.Base, o.Drafts)", "cache.Program(), o.Date, o.Drafts)", inPublish, "^TestState$"},
	{"state: what is left out", "internal/publish/key.go", "s.Without, s.NoServiceWorker)", "0, s.NoServiceWorker)", inPublish, "^TestState$"},
	{"state: worker", "internal/publish/key.go", "s.Without, s.NoServiceWorker)", "s.Without, 0)", inPublish, "^TestState$"},
	{"state: theme", "internal/publish/key.go", "s.Theme.Sum.Sum(nil)", "0", inPublish, "^TestState$"},
	{"state: files", "internal/site/load.go", `fmt.Fprintf(sum, "%s %x\n", i.Name, i.Hash)`, `fmt.Fprintf(sum, "%s\n", i.Name)`, inPublish, "^TestState$"},
	{"state: villages", "internal/publish/key.go", "sum.Write(e.Hash[:])", "", inPublish, "^TestState$"},

	// Same bytes.
	{"saved pictures in order", "internal/channel/offline/offline.go", "slices.Sorted(maps.Keys(s.Pictures))", "slices.Collect(maps.Keys(s.Pictures))", inPublish, "^TestSavedPictures$"},

	// Pictures.
	{"PNG: the data can hold the pixels", "internal/picture/png.go", "case chunks.coded*deflateBest < chunks.raw:", "case false:", inPicture, "^TestEmptyPNG$"},
	{"PNG: memory", "internal/picture/png.go", "source.Passed(limits.Memory, config.Width*config.Height*bytesOf(config.ColorModel))", "source.Passed(limits.Memory, 0)", inPicture, "^TestMemoryLimit$"},
	{"picture bomb: pixels", "internal/picture/picture.go", "|| c.Width*c.Height > limits.Pixels.Max:", "|| limits.Pixels.Max == 0:", inPicture, "^TestFitRefuses$"},
	{"picture bomb: height", "internal/picture/picture.go", "|| c.Height > maxSide ||", "||", inPicture, "^TestFitRefuses$"},
	{"picture bomb: width", "internal/picture/picture.go", "case c.Width > maxSide ||", "case", inPicture, "^TestFitRefuses$"},

	// The worker, and what a page may load.
	{"state: drafts", "internal/site/load.go", "o.Base, o.Drafts)", "o.Base)", inPublish, "^TestState$"},
	{"the worker keeps only pages of ours", "layouts/sw.js", "return text.indexOf(MARK) >= 0;", "return true;", inCommand, "^TestOffline$/^a_login_page_of_the_network_replaces_nothing$"},
	{"kill switch: the option", "cmd/suluh/main.go", "opt.NoServiceWorker = true", "opt.NoServiceWorker = false", inCommand, "^TestScript$/^build_without$"},
	{"kill switch: published", "internal/channel/offline/worker.go", "if s.NoServiceWorker {\n\t\tw.Write(", "if false {\n\t\tw.Write(", inPublish, "^TestKillSwitch$"},
	{"kill switch: no page asks for the worker", "internal/pages/chrome.go", "if s.NoServiceWorker {\n\t\treturn \"\"", "if false {\n\t\treturn \"\"", inPublish, "^TestKillSwitch$"},
	{"kill switch: the worker removes itself", "layouts/sw-off.js", "return worker.registration.unregister();", "return null;", inPublish, "^TestKillSwitch$"},
	{"kill switch: what was saved goes", "layouts/sw-off.js", `return caches["delete"](name);`, "return name;", inPublish, "^TestKillSwitch$"},
	{"worker: mark of its own pages", "internal/channel/offline/worker.go", "lists, mark := map[string][]string{}, OwnMark", `lists, mark := map[string][]string{}, ""`, inPublish, "^TestOwnMark$"},
	{"worker: no mark that a page has not", "internal/channel/offline/worker.go", "!bytes.Contains(data, []byte(OwnMark)) {", "false && !bytes.Contains(data, []byte(OwnMark)) {", inPublish, "^TestNoMark$"},
	{"versions: every file that is saved", "internal/channel/offline/versions.go", "versions = append(versions, hex", "versions = append(versions[:0], hex", inPublish, "^TestPacks$"},
	{"a pack holds what is published", "internal/channel/offline/pack.go", "bodies = append(bodies, data)", "bodies = append(bodies, data[:len(data)/2])", inPublish, "^TestPacks$"},
	{"the important pages hold those that home names", "internal/channel/offline/offline.go", "append(wanted, home.Meta.Saved...)", "wanted", inPublish, "^TestPacks$"},
	{"no page is offered that has no address", "internal/pages/outputs.go", `v.Chrome.Save = ""`, "_ = v.Chrome.Save", inPublish, "^TestSaveThisPage$"},
	{"all villages can be saved", "layouts/offline.html", "{{if .VillagesKB}}", "{{if and .Villages .VillagesKB}}", inPublish, "^TestPackOfVillages$"},
	{"a page is saved with its scripts", "static/js/simpan.js", `"img, script[src]"`, `"img"`, inCommand, "^TestOffline$/^this_page_alone"},
	{"a copy asks only for what changed", "layouts/sw.js", "if (now.has(name)) return;", "", inCommand, "^TestOffline$/^only_what_changed_is_fetched$"},
	{"a sensitive page is sent on without its summary", "internal/pages/view.go", "v.Share = s.share(lang, p.Path, v.Summary, number)", "v.Share = s.share(lang, p.Path, p.Meta.Summary, number)", inPublish, "^TestShare$"},
	{"a sensitive country is sent on without its number", "internal/pages/view.go", "v.First != nil && !v.Sensitive", "v.First != nil", inPublish, "^TestShare$"},
	{"nobody is told of a wrong number where no line is known", "internal/pages/asking.go", "if editors == nil || len(numbers) == 0 {", "if editors == nil {\n\t\teditors = s.Contacts.List[0]\n\t}\n\tif len(numbers) == 0 {", inPublish, "^TestAsk$"},
	{"a question says the page's address alone", "internal/pages/asking.go", `lang.Words.AskText+" "+codeOf(p)`, `lang.Words.AskText+" "+p.Meta.Title`, inPublish, "^TestAsk$"},
	{"a village with the words of pages is found", "internal/search/search.go", `found[strings.Join(roots, " ")] = true`, `found[""] = true`, inSearch, "^TestPlacesAsked$"},
	{"a district is asked for by its villages", "layouts/desa.js", "last < 0 && p.district == text", "false", inSearch, "^TestPlacesAsked$"},
	{"questions teach what page is meant", "internal/search/learn.go", "root.change(right, 1, step)", "root.change(right, 0, step)", inSearch, "^TestLearn$"},
	{"questions teach what page is not meant", "internal/search/learn.go", "root.change(wrong, -1, step)", "root.change(wrong, 0, step)", inSearch, "^TestQuestionsNobodyTunedOn$"},
	{"the index does not outgrow its room", "internal/search/learn.go", "const room = 11_100", "const room = 99_000", inSearch, "^TestLearnFits$"},
	{"many questions take the place of texts", "internal/search/search.go", "count(questions) < enoughQuestions*len(docs)", "count(questions) >= 0", inSearch, "^TestLearnInsteadOfTexts$"},
	{"questions about the first regency stay there", "internal/draft/elsewhere.go", "if !ofFirstRegency.MatchString(line) {", "if true {", "internal/draft", "^TestRegion$"},
	{"a title in another language is read out in it", "internal/pages/view.go", "	return site.Differs(reader, p.Lang)\n}", "	return \"\"\n}", inPublish, "^TestEnglishMarks$"},
	{"offices whose numbers stand above are closed", "internal/pages/contactview.go", "if m.abroad && m.inLines[c.ID] {", "if false {", inCommand, "^TestCounter$"},
	{"a number is found without what is dialled before it", "internal/channel/searchindex/numbers.go", `strings.CutPrefix(digits, "62")`, `strings.CutPrefix(digits, "620")`, inSearch, "^TestNumbersAsked$"},
	{"CSP: nothing by default", "layouts/partials/shell.html", "default-src 'none';", "", inPublish, "^TestGolden$"},
	{"CSP: styles by their hash", "layouts/partials/shell.html", "style-src '{{.CSP}}'", "style-src 'unsafe-inline'", inPublish, "^TestGolden$"},
	{"CSP: scripts of the site", "layouts/partials/shell.html", "script-src 'self' '{{.CoverCSP}}'", "script-src 'unsafe-inline'", inPublish, "^TestGolden$"},
	{"CSP: forms", "layouts/partials/shell.html", ";form-action 'self'", "", inPublish, "^TestGolden$"},
	{"CSP: base", "layouts/partials/shell.html", "base-uri 'none';", "", inPublish, "^TestGolden$"},
	{"CSP: sheets to print", "layouts/partials/paper.html", "default-src 'none';", "", inPublish, "^TestGolden$"},

	// What writers wrote.
	{"a file that was changed meanwhile is left alone", "internal/edit/edit.go", "!bytes.Equal(now, c.Old)", "!bytes.Equal(now, now)", inEdit, "^TestConflict$"},
	{"several files are written whole or not at all", "internal/edit/edit.go", "if err := e.writeJournal(staged); err != nil {", "if false {\n\t\tvar err error", inEdit, "^TestEveryFault$"},
	{"what was cut off is ended", "internal/edit/edit.go", "	return e.finish(names)\n", "	return nil\n", inEdit, "^TestEveryFault$"},
	{"nothing is written outside of the site", "internal/edit/edit.go", "if !fs.ValidPath(c.Name) || !filepath.IsLocal(filepath.FromSlash(c.Name)) {", "if false {", inEdit, "^TestKeepsMode$"},

	// Whose a copy is.
	{"a signature is of its key", "internal/output/sign.go", "ed25519.Verify(key, signed(entries), written)", "true", inOutput, "^TestSignature$"},
	{"a copy without a signature is told", "internal/output/verify.go", "case key != nil && m.mark == \"\":", "case false:", inOutput, "^TestSignedManifestIsWhole$"},
	{"a key that others read is refused", "cmd/suluh/key.go", "info.Mode().Perm()&0o077 != 0", "info.Mode().Perm()&0o1000000 != 0", inCommand, "^TestScript$/^sign$"},
	{"a key that may be published is refused", "cmd/suluh/key.go", "if below {", "if below && false {", inCommand, "^TestScript$/^sign$"},

	// Caches.
	{"a spoilt body is not believed", "internal/cache/cache.go", "|| crc32.Checksum(body, castagnoli) != p.sum", "", inCache, "^TestCutAnywhere$"},
	{"a spoilt head is not believed", "internal/cache/cache.go", " || crc32.Checksum(head, castagnoli) != binary.LittleEndian.Uint32(data[fixed-8:])", "", inCache, "^TestCutAnywhere$"},
	{"a spoilt picture is not believed", "internal/picture/cache.go", "if string(sum) != sumOf(rest) {", "if string(sum) == \"x\" {", inPicture, "^TestEntryCutAnywhere$"},
	{"changes are looked for where nobody tells of them", "internal/serve/poll.go", "if s.compare(before, now) {", "if s.compare(before, before) && len(now) > 0 {", inServe, "^TestPoll$"},
	{"a report that names a victim is refused", "internal/check/wording.go", "if s.StyleGuide.Refuses(address) {", "if false {", inPublish, "^TestInvalid$/^guide$"},
	{"so is one in a village", "internal/check/villages.go", "	s.checkVillageSources(v, faults)\n", "", inPublish, "^TestInvalid$/^guide$"},
	{"a lost zero is asked, not put back", "internal/importer/numbers.go", "	case p.accepted(c):\n		if n, err := phone.Parse(readings[0], kind); err == nil {", "	case true:\n		if n, err := phone.Parse(readings[0], kind); err == nil {", inImporter, "^TestCases$"},
	{"a private number waits for the date of consent", "internal/importer/contacts.go", "withheld := private != nil && *private && !consented", "withheld := private != nil && *private && !consented && false", inImporter, "^TestCases$"},
	{"an empty cell takes nothing away", "internal/importer/write.go", "			if !w.force {\n				w.note(v.cell, source.ImportKept, old)\n				continue\n			}\n", "", inImporter, "^TestGuard$"},
	{"a sheet that replaces a third is stopped", "internal/importer/plan.go", "replaced > few && replaced*share > all", "false", inImporter, "^TestGuard$"},
	{"a doubled name is refused", "internal/importer/place.go", "		case 1:\n			return all[0]", "		case 1, 2:\n			return all[0]", inImporter, "^TestCases$"},
	{"a bomb is refused", "internal/importer/read.go", "if all > uint64(limits.SheetUnzipped.Max) {", "if false {", inImporter, "^TestRefusedWhole$"},
	{"only what is shown is exported", "internal/site/published.go", "s.ShownVillage(file.Village)", "Shown{Ways: []Way{{Role: file.Declared[0].Role, Numbers: []ShownNumber{{Number: file.Declared[0].Numbers()[0]}}}}}", inExporter, "^TestOnlyWhatIsShown$"},
	{"what was printed is not dropped", "internal/publish/addresses.go", "faults.Add(f.At(p.Off, len(p.Path), source.AddressDropped, p.Path))", "_ = f", inPublish, "^TestInvalid$/^printed$"},
	{"a village that moved takes its address along", "internal/site/depends.go", "fmt.Appendf(nil, \"%s %x %v\", e.File, ", "fmt.Appendf(nil, \"%s %x %v\", \"\", ", inCommand, "^TestScript$/^kit$"},
	{"cries for help come first", "layouts/cari.js", "if (cry[0].split('|').some(", "if (false && cry[0].split('|').some(", inSearch, "^TestScriptFindsAlike$"},

	// The desk.
	{"desk: this computer alone", "internal/desk/desk.go", "if !isHere(r) {", "if false {", inDesk, "^TestOutsiders$"},
	{"desk: by a name that nobody else owns", "internal/desk/desk.go", `case "localhost", "127.0.0.1", "::1":`, "default:", inDesk, "^TestOutsiders$"},
	{"desk: with the key", "internal/desk/desk.go", "err != nil || !same(cookie.Value, d.key)", "false && (cookie == nil || err != nil)", inDesk, "^TestOutsiders$"},
	{"desk: the door has a key of its own", "internal/desk/desk.go", `!same(r.URL.Query().Get("kunci"), d.door)`, `r.URL.Query().Get("kunci") == "-"`, inDesk, "^TestOutsiders$"},
	{"desk: no form of another site", "internal/desk/desk.go", `err != nil || u.Scheme != "http" || !strings.EqualFold(u.Host, r.Host)`, "err != nil || u == nil", inDesk, "^TestOutsiders$"},
	{"desk: requests have a size", "internal/desk/desk.go", "r.Body = http.MaxBytesReader(w, r.Body, mostSent)", "", inDesk, "^TestTooLarge$"},
	{"desk: no file outside", "internal/desk/write.go", "!fs.ValidPath(name) || ", "", inDesk, "^TestPaths$"},
	{"desk: no file that is no part of a site", "internal/desk/write.go", `folder != "content" && folder != "villages"`, `folder == "-"`, inDesk, "^TestPaths$"},
	{"desk: no hidden file", "internal/desk/write.go", ` || strings.Contains("/"+name, "/.")`, "", inDesk, "^TestPaths$"},
	{"desk: no way through a link", "internal/desk/write.go", "if info.Mode()&fs.ModeSymlink != 0 {", "if info == nil {", inDesk, "^TestPaths$"},
	{"desk: nobody is written over", "internal/desk/write.go", `if hashOf(was) != r.PostFormValue("sidik") {`, "if false {", inDesk, "^TestTwoTabs$"},
	{"desk: line ends stay", "internal/desk/write.go", `if bytes.Contains(was, []byte("\r\n")) {`, "if false {", inDesk, "^TestLineEnds$"},
	{"desk: nobody is written over by a form", "internal/desk/formsave.go", `if hashOf(was) != r.PostFormValue("sidik") {`, "if false {", inDesk, "^TestFormTwoTabs$"},
	{"desk: nobody is written over by a translation", "internal/desk/translate.go", `if hashOf(was) != r.PostFormValue("sidik") {`, "if false {", inDesk, "^TestTranslationParts$"},
	{"desk: ticks have no order", "internal/desk/formsave.go", "now = inOrderOf(was, now)", "", inDesk, "^TestFormTakesNothing$"},
	{"desk: a translation is not right by being saved", "internal/desk/translate.go", `(key == "" || text != was || r.PostForm.Has("sesuai."+at))`, `(key == "" || text != was || true)`, inDesk, "^TestTranslationParts$"},
	{"desk: a second person's day stays", "internal/desk/write.go", `matter.Set(edit.Plain(s.Date().String()), "dibaca")`, "error(nil)", inDesk, "^TestReview$"},
	{"preview: another day for this computer alone", "internal/serve/serve.go", `day != "" && isOwn(r)`, `day != ""`, inServe, "^TestOtherDay$"},
	{"preview: another day follows the files", "internal/serve/look.go", "s.other.of != now || ", "", inServe, "^TestOtherDay$"},
	{"preview: the policy follows the style", "internal/serve/look.go", "sum := sha256.Sum256(style)", "sum := sha256.Sum256(nil)", inServe, "^TestLook$"},
	{"a colour on which white can be read", "internal/content/colour.go", `typed.Contrast("#ffffff") < leastContrast`, "false", inPublish, "^TestInvalid$/^config_pale$"},
	{"a reload asks for names again", "internal/check/texts.go", "was != nil && s.Villages.SameFiles(was.Villages)", "was != nil", inPublish, "^TestReload$"},
	{"a reload asks for addresses again", "internal/publish/addresses.go", "s.Villages.SameFiles(was.Villages) && ", "", inPublish, "^TestReload$"},
	{"a village without a district is the only one of its name", "internal/importer/plan.go", `if v.District == "" {`, "if false {", inCommand, "^TestScripts?$/^region$"},
	{"a WebP that saves something", "internal/picture/towebp.go", "if out.Len()*100 > len(shown.Data)*worthIt || len(shown.Data)-out.Len() < leastSaved {", "if false {", inPicture, "^TestToWebP$"},
	{"desk: many pages go only where somebody says so", "internal/desk/deploying.go", `seen.plan.Many() && r.PostFormValue("hapus") == yes`, "seen.plan.Many()", inDesk, "^TestDeskDeployMany$"},
	{"desk: a site with errors is not published", "internal/desk/sending.go", "if s.faults, s.err = d.build(); len(s.faults) > 0 || s.err != nil {", "if s.faults, s.err = d.build(); s.err != nil {", inDesk, "^TestDeskDeployFaults$"},
	{"desk: what is published is what was seen", "internal/desk/deploying.go", `seen.id != r.PostFormValue("langkah")`, "false", inDesk, "^TestDeskDeploy$"},
	{"desk: a host that repeats a password is not quoted", "internal/desk/deploywords.go", `strings.ReplaceAll(text, string(password), "…")`, "text", inDesk, "^TestDeskPassword$"},
	{"desk: a version is a name and no option", "internal/desk/history.go", "if !commitForm.MatchString(id) {", "if false {", inDesk, "^TestHistory$"},

	// What is handed out.
	{"release: no paths of the machine", "cmd/suluh-release/build.go", `"-trimpath", `, "", inRelease, "^TestRelease$"},
	{"release: archives have one time", "cmd/suluh-release/archive.go", "Modified: when}", "Modified: time.Now()}", inRelease, "^TestRelease$"},
	{"release: manifests name the sum of the archive", "cmd/suluh-release/release.go", "= data, sumOf(data)", "= data, sumOf(p.data)", inRelease, "^TestRelease$"},
	{"release: a bill of each program", "cmd/suluh-release/materials.go", "for _, m := range p.info.Deps {", "for _, m := range p.info.Deps[:0] {", inRelease, "^TestRelease$"},
	{"release: a folder of something else stays", "cmd/suluh-release/release.go", "if err := ours(out); err != nil {", "if err := error(nil); err != nil {", inRelease, "^TestRefused$"},
	{"release: no address is made up", "cmd/suluh-release/release.go", `if r.url == "" {`, "if false {", inRelease, "^TestWithoutAddress$"},
	{"manual: a line goes on with its option", "internal/manual/manual.go", "case indent > columnOfText && len(c.Options) > 0:", "case false:", inManual, "^TestRead$"},
	{"manual: a minus can be copied", "internal/manual/man.go", `"-", ` + "`\\-`" + `)`, `"-", "-")`, inManual, "^TestMan$"},
}
