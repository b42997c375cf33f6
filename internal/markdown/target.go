package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"suluh/internal/source"
	"suluh/internal/webaddr"
)

// Where links lead. What is wrong with the form of an address is said here;
// whether a file of the site is there, by the site.

// Schemes are the kinds of outside addresses that a link may have.
var Schemes = []string{"https", "http", "mailto", "tel", "sms", "geo"}

// Scheme gives the scheme of an address in small letters, by the rule of RFC
// 3986; empty for a path.
func Scheme(address string) string {
	m := schemeForm.FindStringSubmatch(address)
	if m == nil {
		return ""
	}
	return strings.ToLower(m[1])
}

var (
	schemeForm = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*):`)
	noScheme   = regexp.MustCompile(`(?i)^(?:www\.[^/\s]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:go\.id|or\.id|co\.id|ac\.id|desa\.id|my\.id|web\.id|sch\.id|id|com|org|net|info|gov|edu|int|me|be|gov\.[a-z]{2}|org\.[a-z]{2}|com\.[a-z]{2}))(?::\d+)?(?:[/?#].*)?$`)
	hostPort   = regexp.MustCompile(`(?i)^([a-z0-9-]+(?:\.[a-z0-9-]+)+):\d{1,5}(?:/|$)`)
	mailForm   = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@.]+$`)
	dialForm   = regexp.MustCompile(`^\+?[0-9]+$`)
	smsForm    = regexp.MustCompile(`^(?:\+?[0-9]+(?:\?body=[^\s]*)?|\?body=[^\s]+)$`)
	geoForm    = regexp.MustCompile(`^-?\d{1,3}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?(?:\?q=.*)?$`)
	onDisk     = regexp.MustCompile(`(?i)^(?:[a-z]:[\\/]|file:|/?(?:home|users|storage|sdcard|mnt)/|~/|\\\\)`)
)

// unescape gives an address as its writer means it (CommonMark 2.4 and 2.5).
func unescape(dest []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(dest))))
}

// checkTarget says what is wrong with the form of an address. The address that
// comes back is the one to link; empty where none can be.
func checkTarget(address string, kind RefKind) (string, *source.Fault) {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' || r == '\u00A0' || r == '\u200B' })
	fault := func(code source.Code, near string) (string, *source.Fault) {
		return "", &source.Fault{Code: code, Args: []any{address}, Near: near}
	}
	if address == "" || address == "#" {
		return fault(source.LinkEmpty, "")
	}
	if onDisk.MatchString(address) {
		return fault(source.TargetOnDisk, "")
	}
	scheme := Scheme(address)
	rest := strings.TrimPrefix(address[min(len(scheme), len(address)):], ":")
	switch {
	case kind == Picture && slices.Contains(Schemes, scheme):
		return fault(source.PictureOutside, "")
	case scheme == "https" || scheme == "http":
		if near, ok := webaddr.Check(address); !ok {
			return fault(source.AddressMalformed, near)
		}
		return address, nil
	case strings.HasPrefix(address, "//"):
		return fault(source.AddressMalformed, "https:"+address)
	case webaddr.IsMistyped(address):
		return fault(source.AddressMalformed, webaddr.Near(address))
	case hostPort.MatchString(address):
		return fault(source.AddressMalformed, "https://"+address)
	case scheme == "tel" || scheme == "sms":
		digits := strings.NewReplacer(" ", "", "-", "", ".", "", "(", "", ")", "").Replace(strings.TrimLeft(rest, "/"))
		if scheme == "tel" && dialForm.MatchString(digits) || scheme == "sms" && smsForm.MatchString(digits) {
			return scheme + ":" + digits, nil
		}
		return fault(source.DialMalformed, "")
	case scheme == "mailto":
		mail, _, _ := strings.Cut(rest, "?")
		if mailForm.MatchString(mail) {
			return address, nil
		}
		return fault(source.DialMalformed, "")
	case scheme == "geo":
		if geoForm.MatchString(rest) {
			return address, nil
		}
		return fault(source.DialMalformed, "")
	case scheme != "" && strings.Contains(scheme, "."):
		return fault(source.AddressMalformed, "")
	case scheme != "":
		return "", &source.Fault{Code: source.SchemeForbidden, Args: []any{scheme + ":", strings.Join(Schemes, ", ")}, Near: nearScheme(scheme, rest)}
	case strings.Contains(address, ":") && !strings.Contains(address[:strings.Index(address, ":")], "/"):
		return fault(source.AddressMalformed, "")
	case strings.Contains(address, `\`):
		return fault(source.TargetBackslash, strings.ReplaceAll(address, `\`, "/"))
	case mailForm.MatchString(address) && !strings.HasSuffix(address, ".md"):
		return fault(source.AddressMalformed, "mailto:"+address)
	case noScheme.MatchString(address):
		return fault(source.AddressMalformed, webaddr.Near(address))
	}
	return address, nil
}

// nearScheme proposes a scheme that was mistyped.
func nearScheme(scheme, rest string) string {
	near := source.Nearest(scheme, Schemes)
	if near == "" {
		return ""
	}
	return near + ":" + rest
}
