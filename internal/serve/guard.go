package serve

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"suluh/internal/desk"
)

// guard lets requests through that a browser sends for a page of the preview,
// and none that another site makes it send. By DNS rebinding any site can lead
// its own name to this computer, so the name that was asked for must be one
// that nobody else can own: an address in digits, localhost, or the name that
// was given with --addr.
type guard struct {
	addr string // where the server listens
	next http.Handler
	desk *desk.Desk // nil without one
}

// ServeHTTP implements http.Handler.
func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("X-Frame-Options", "SAMEORIGIN") // the desk shows a page beside its text
	switch {
	case !g.isOurs(r.Host):
		http.Error(w, "suluh serve: nama situs ini bukan nama pratinjau (this name is not that of the preview)", http.StatusMisdirectedRequest)
	case !isSame(r):
		http.Error(w, "suluh serve: permintaan dari situs lain ditolak (refused: another site asks)", http.StatusForbidden)
	case g.desk != nil && strings.HasPrefix(r.URL.Path, desk.Path):
		g.desk.ServeHTTP(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "suluh serve: hanya GET dan HEAD (only GET and HEAD)", http.StatusMethodNotAllowed)
	default:
		g.next.ServeHTTP(w, r)
	}
}

// isOurs tells whether a Host header names this server.
func (g guard) isOurs(host string) bool {
	name := hostOf(host)
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || name != "" && name == hostOf(g.addr) {
		return true
	}
	_, err := netip.ParseAddr(name)
	return err == nil
}

// hostOf gives the name or address without the port, in small letters.
func hostOf(hostport string) string {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}

// isSame tells whether a request comes from a page of the preview, or from
// nobody's page: typed, or a link that was followed.
func isSame(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err == nil && u.Scheme == "http" && strings.EqualFold(u.Host, r.Host)
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// isOwn tells whether a request comes from this computer.
func isOwn(r *http.Request) bool {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && from.Addr().Unmap().IsLoopback()
}
