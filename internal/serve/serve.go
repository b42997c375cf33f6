// Package serve shows a site on its writer's own computer.
//
// A page is rendered when it is asked for, from the files as they are at that
// moment: a change marks the site as old, and the next request reads it anew.
// So a preview is never stale and nothing is built that nobody looks at.
//
// When a change breaks something, the pages of its file stay as they were when
// they were good, all others are shown as they are, and each says what is wrong and
// where, in sight wherever one has scrolled. The pages reload by themselves
// (server-sent events) as soon as files change.
//
// The script and the panel of faults are added here; no page of a built site
// holds them.
//
// Only the writer's own browser may read the preview, and only pages of the
// preview itself may ask for it (guard.go).
package serve

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"html/template"
	"mime"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"suluh/internal/desk"
	"suluh/internal/publish"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// Server answers requests for the pages of one site. Create it with New.
type Server struct {
	Poll bool // look for changes again and again, instead of being told

	// Desk is where the site is written; nil for a preview alone.
	Desk *desk.Desk

	tree tree.FS
	opt  publish.Options
	lang source.Lang

	mu      sync.Mutex
	last    *publish.Edition // as the files were when they were last read
	good    *publish.Edition // the last one without errors, or the first one
	broken  error            // the disk failed
	old     changes          // since last was read
	waiting map[chan struct{}]bool

	other otherDay
}

// changes are files that are not as they were read. What changed may be
// unknown: then it may be anything.
type changes struct {
	names   []string // below the site's folder, with slashes
	unknown bool
}

// New reads the site in a folder. Faults of the site do not stop it.
func New(folder tree.FS, opt publish.Options, lang source.Lang) (*Server, error) {
	s := &Server{tree: folder, opt: opt, lang: lang, old: changes{unknown: true}, waiting: map[chan struct{}]bool{}}
	if s.refresh(); s.good == nil {
		return nil, s.broken
	}
	return s, nil
}

// Run answers requests until the context ends, and reports where it listens.
func (s *Server) Run(ctx context.Context, addr string, listening func(url string)) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	if s.Poll {
		go s.poll(ctx)
	} else if watcher, err := s.watch(); err == nil {
		defer watcher.Close()
		go s.follow(watcher)
	} else {
		go s.poll(ctx)
	}

	server := s.server(addr)
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	listening("http://" + listener.Addr().String() + "/")
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// Handler answers what is asked of an address, as Run does.
func (s *Server) Handler(addr string) http.Handler { return guard{addr, s, s.Desk} }

// server answers at an address. A client that never ends its headers is cut off.
func (s *Server) server(addr string) *http.Server {
	return &http.Server{Handler: s.Handler(addr), ReadHeaderTimeout: 10 * time.Second}
}

// refresh reads the site if files have changed. The caller need not hold mu.
func (s *Server) refresh() {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.old
	s.old = changes{}
	switch {
	case s.last == nil || old.unknown:
		s.last, s.broken = publish.Load(s.tree, s.opt)
	case len(old.names) > 0:
		s.last, s.broken = s.last.Reload(old.names)
	default:
		return
	}
	if s.last != nil && (s.good == nil || !s.last.Check().HasErrors()) {
		s.good = s.last
	}
}

// Current gives the site as its files are now, whatever is wrong with them. The error is
// about the disk.
func (s *Server) Current() (*publish.Edition, error) {
	s.refresh()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last, s.broken
}

// Addresses of our own, which no output can have.
const (
	eventsPath = "/_suluh/events"
	scriptPath = "/_suluh/reload.js"
)

// reloadScript reloads the page when files change, and when the server comes
// back after it was stopped.
const reloadScript = `(function () {
  var lost = false, events = new EventSource("` + eventsPath + `");
  events.onmessage = function () { location.reload(); };
  events.onopen = function () { if (lost) location.reload(); };
  events.onerror = function () { lost = true; };
  // What is wrong stays in sight wherever one has scrolled.
  var panel = document.getElementById("suluh-panel"), look = panel && panel.style;
  if (look && self != top) look.display = "none"; // the desk, whose frame this is, says it itself
  else if (look) {
    look.position = "sticky"; look.top = "0"; look.zIndex = "9"; look.maxHeight = "40vh"; look.overflow = "auto"; look.opacity = "1";
    look.font = "15px/1.4 sans-serif"; look.color = "#1c2429"; look.background = "#fff4f4"; look.border = "3px solid #a1121f"; look.padding = "8px";
  }
})();
`

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case eventsPath:
		s.events(w, r)
		return
	case scriptPath:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprint(w, reloadScript)
		return
	}
	if day := r.URL.Query().Get(dayQuery); day != "" && isOwn(r) {
		s.pageOn(w, r, day)
		return
	}
	if s.pageAsTyped(w, r) {
		return
	}
	s.refresh()
	s.mu.Lock()
	current, broken := heldBack(s.last, s.good), s.broken
	var faults source.List
	if s.last != nil {
		faults = s.last.Check()
	}
	s.mu.Unlock()
	s.page(w, r, current, faults, broken)
}

// kinds are those that systems do not know of themselves.
var kinds = map[string]string{".webmanifest": "application/manifest+json", ".vcf": "text/vcard; charset=utf-8"}

func (s *Server) page(w http.ResponseWriter, r *http.Request, current held, faults source.List, broken error) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	status := http.StatusOK
	out, ok := current.lookup(name)
	if !ok {
		status = http.StatusNotFound
		if out, ok = current.lookup("404.html"); !ok {
			http.NotFound(w, r)
			return
		}
		name = "404.html"
	}
	var body bytes.Buffer
	if err := out.Render(&body); err != nil {
		var fault *source.Diagnostic
		if !errors.As(err, &fault) {
			fault = &source.Diagnostic{Code: source.FileUnreadable, Args: []any{err.Error()}, Name: name}
		}
		faults = append(source.List{fault}, faults...)
		body.Reset()
		body.WriteString("<!doctype html><meta charset=utf-8><title>suluh serve</title><body></body>")
		status = http.StatusInternalServerError
	}
	kind := cmp.Or(mime.TypeByExtension(path.Ext(name)), kinds[path.Ext(name)])
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	page := body.Bytes()
	if strings.HasPrefix(kind, "text/html") {
		page = asLook(page, r.URL.Query().Get(lookQuery))
		page = s.withPanel(page, out.From, faults, broken, isOwn(r))
	}
	_, _ = w.Write(page)
}

// panel shows what is wrong above a page. Its style is set by the script, since the
// page's security policy lets no style through that is written beside it.
var panel = template.Must(template.New("panel").Parse(`<div class="kotak bahaya" id="suluh-panel" role="alert"><p class="kotak-judul">suluh: {{.Title}}</p>
{{range .Faults}}<p><b>{{.Place}}</b> {{.Code}}: {{.What}}{{with .Line}}<br><code>{{.}}</code>{{end}}{{with .Why}}<br>{{.}}{{end}}{{with .Mend}}<br>{{.}}{{end}}{{with .Near}}<br>→ {{.}}{{end}}{{with .Desk}}<br><a href="{{.}}">{{$.Open}}</a>{{end}}</p>
{{end}}</div>
`))

type panelFault struct {
	Place, Line, Near string
	Desk              string // where it is mended; empty without a desk
	Code              source.Code
	source.Text
}

// withPanel adds script and panel to a page. The lines of the sources are only
// for the writer's own computer.
func (s *Server) withPanel(page []byte, from string, faults source.List, broken error, own bool) []byte {
	script := []byte(`<script src="` + scriptPath + `" defer></script>`)
	var add bytes.Buffer
	told := slices.DeleteFunc(slices.Clone(faults), func(d *source.Diagnostic) bool {
		return d.Severity() != source.Error && d.Name != from
	})
	if broken != nil || len(told) > 0 {
		s.writePanel(&add, told, broken, own)
	}
	page = insert(page, []byte("<body"), true, add.Bytes())
	return insert(page, []byte("</body>"), false, script)
}

func (s *Server) writePanel(w *bytes.Buffer, faults source.List, broken error, own bool) {
	title := source.SayPageWarnings // of this page
	if faults.HasErrors() || broken != nil {
		title = source.SayPagesHeld // what keeps pages back
	}
	view := struct {
		Title, Open string
		Faults      []panelFault
	}{Title: title.In(s.lang), Open: source.SayMendAtDesk.In(s.lang)}
	if broken != nil && own {
		view.Title = broken.Error()
	}
	for _, d := range faults {
		if own {
			shown := panelFault{Place: d.Place(), Line: strings.TrimSpace(d.Text), Near: d.Near, Code: d.Code, Text: d.In(s.lang)}
			if s.Desk != nil {
				shown.Desk = desk.ToMend(d)
			}
			view.Faults = append(view.Faults, shown)
		}
	}
	if err := panel.Execute(w, view); err != nil {
		fmt.Fprint(w, template.HTMLEscapeString(err.Error()))
	}
}

// insert puts something behind the tag that begins with mark, or before it.
func insert(page, mark []byte, behind bool, what []byte) []byte {
	i := bytes.Index(page, mark)
	if i < 0 {
		return append(page, what...)
	}
	if behind {
		i += bytes.IndexByte(page[i:], '>') + 1
	}
	return bytes.Join([][]byte{page[:i], what, page[i:]}, nil)
}

// events tells a page that files have changed.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusNotImplemented)
		return
	}
	changed := make(chan struct{}, 1)
	s.mu.Lock()
	s.waiting[changed] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.waiting, changed)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, ": suluh\n\n")
	flusher.Flush()
	for {
		select {
		case <-changed:
			fmt.Fprint(w, "data: reload\n\n")
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

// Changed notes that files have changed, named below the site's folder: whoever wrote them
// need not wait for the system to tell.
func (s *Server) Changed(names ...string) {
	for _, name := range names {
		s.changed(name)
	}
}

// changed notes that a file, or with "" anything, has changed.
func (s *Server) changed(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if name == "" {
		s.old.unknown = true
	} else {
		s.old.names = append(s.old.names, name)
	}
}

// announce tells every open page to reload.
func (s *Server) announce() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for page := range s.waiting {
		select {
		case page <- struct{}{}:
		default:
		}
	}
}
