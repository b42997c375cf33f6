// Package webaddr judges the addresses of other sites, in texts and in data, by
// their form alone: nothing is fetched.
package webaddr

import (
	"net/url"
	"regexp"
	"strings"
)

// mistyped are the beginnings that are meant to be https://.
var mistyped = regexp.MustCompile(`(?i)^(?:ht{1,3}p{1,2}s?|h{1,2}t{1,2}ps?|htps?|hptts?|ttps?)(?:[:;.]+[/\\]*|/{1,3}|\s*:\s*/+)(.*)$`)

// Check tells whether an address leads to a site that readers can open. Near is
// what was probably meant, or "".
func Check(address string) (near string, ok bool) {
	rest, web := strings.CutPrefix(address, "https://")
	if !web {
		rest, web = strings.CutPrefix(address, "http://")
	}
	u, err := url.Parse(address)
	switch {
	case strings.Contains(address, "&amp;"):
		return strings.ReplaceAll(address, "&amp;", "&"), false // copied out of the code of a page
	case !web || err != nil || strings.ContainsAny(address, " \t\n<>\"`{}|\\^"):
		return Near(address), false
	case rest == "" || strings.HasPrefix(rest, "/"):
		return Near(address), false
	case u.User != nil:
		return "", false
	case strings.Contains(address, "...") || strings.Contains(address, "…"):
		return "", false // cut off by who copied it
	case strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http:"):
		return Near(rest), false
	}
	return nearHost(u), isHost(u.Hostname())
}

var chat = regexp.MustCompile(`(?i)^(?:https?://)?(?:www\.)?(?:wa\.me|(?:api|chat|web)\.whatsapp\.com|whatsapp\.com|t\.me|line\.me)/`)

// IsChat tells whether an address leads to a person or a group in a chat, and so
// holds a number or a name that nobody judged.
func IsChat(address string) bool { return chat.MatchString(address) }

// isHost tells whether a name is that of a site on the web, and not of a
// computer at home.
func isHost(host string) bool {
	if strings.EqualFold(host, "localhost") || !strings.Contains(host, ".") || strings.Contains(host, "..") || strings.Trim(host, ".") != host {
		return false
	}
	if strings.Trim(host, "0123456789.") == "" { // an address of a network
		return !strings.HasPrefix(host, "127.") && !strings.HasPrefix(host, "10.") && !strings.HasPrefix(host, "192.168.") && !strings.HasPrefix(host, "0.")
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	return !strings.ContainsAny(host, ",;_&=%") && len(last) >= 2 && strings.Trim(last, "0123456789") == last
}

func nearHost(u *url.URL) string {
	if strings.ContainsAny(u.Host, ",;") {
		return u.Scheme + "://" + strings.NewReplacer(",", ".", ";", ".").Replace(u.Host) + u.RequestURI()
	}
	return ""
}

// Near proposes a whole address for one that was mistyped.
func Near(address string) string {
	rest := address
	if m := mistyped.FindStringSubmatch(address); m != nil {
		rest = m[1]
	}
	rest = strings.TrimLeft(strings.ReplaceAll(rest, `\`, "/"), "/:; ")
	if rest == "" || strings.ContainsAny(rest, " \t\n<>\"") {
		return ""
	}
	if u, err := url.Parse("https://" + rest); err != nil || !isHost(u.Hostname()) {
		return ""
	}
	return "https://" + rest
}

// IsMistyped tells whether an address begins nearly like https://.
func IsMistyped(address string) bool {
	m := mistyped.FindStringSubmatch(address)
	return m != nil && (strings.Contains(m[1], ".") || strings.TrimLeft(m[1], "/") == "")
}

var (
	passedOn = regexp.MustCompile(`(?i)^https?://(?:www\.)?(?:google\.[a-z.]+/(?:url|search)|l\.facebook\.com/|lm\.facebook\.com/|l\.instagram\.com/|t\.co/|bit\.ly/|s\.id/|tinyurl\.com/|goo\.gl/|cutt\.ly/|rb\.gy/|is\.gd/|ow\.ly/|linktr\.ee/|shorturl\.at/|href\.li/|docs\.google\.com/.*/edit|drive\.google\.com/.*/edit)`)
	follows  = regexp.MustCompile(`(?i)[?&](?:utm_[a-z]+|fbclid|gclid|igshid|mc_eid|si)=`)
)

// Tells tells whether an address hides where it leads, or tells others who
// follows it: shorteners, redirections of search engines and social networks,
// marks of campaigns. Near is the address without its marks, or "".
func Tells(address string) (near string, yes bool) {
	if passedOn.MatchString(address) {
		if u, err := url.Parse(address); err == nil {
			for _, key := range []string{"q", "u", "url"} {
				if to := u.Query().Get(key); strings.HasPrefix(to, "http") {
					return to, true
				}
			}
		}
		return "", true
	}
	if !follows.MatchString(address) {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", true
	}
	query := u.Query()
	for key := range query {
		if follows.MatchString("?" + key + "=") {
			query.Del(key)
		}
	}
	u.RawQuery = query.Encode()
	return u.String(), true
}
