package webaddr

import "testing"

func TestCheck(t *testing.T) {
	for address, want := range map[string]string{
		"https://kemlu.go.id":                      "ok",
		"http://disnaker.jemberkab.go.id/x?a=1#b":  "ok",
		"https://mom.gov.sg/a,b":                   "ok",
		"https://103.21.4.5/x":                     "ok",
		"https:/kemlu.go.id":                       "https://kemlu.go.id",
		"http:kemlu.go.id":                         "https://kemlu.go.id",
		"htps://kemlu.go.id":                       "https://kemlu.go.id",
		"https//kemlu.go.id":                       "https://kemlu.go.id",
		"https;//kemlu.go.id":                      "https://kemlu.go.id",
		"https://https://kemlu.go.id":              "https://kemlu.go.id",
		"https:\\\\kemlu.go.id":                    "https://kemlu.go.id",
		"https://kemlu,go.id/a":                    "https://kemlu.go.id/a",
		"www.kemlu.go.id":                          "https://www.kemlu.go.id",
		"https://":                                 "",
		"https:///kemlu.go.id":                     "https://kemlu.go.id",
		"https://localhost:1313/":                  "",
		"http://127.0.0.1:1313/panduan/biaya.html": "",
		"https://kemlu":                            "",
		"https://kemlu..go.id":                     "",
		"https://kem lu.go.id":                     "",
		"https://antaranews.com/berita/...":        "",
		"https://u:p@kemlu.go.id":                  "",
		"javascript:alert(1)":                      "",
	} {
		near, ok := Check(address)
		if ok {
			near = "ok"
		}
		if near != want {
			t.Errorf("Check(%q) = %q, %v; want %q", address, near, ok, want)
		}
	}
}

func TestTells(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.google.com/url?q=https://pasal.id/x&sa=D": "https://pasal.id/x",
		"https://bit.ly/abc":                  "",
		"https://pasal.id/?utm_source=wa&b=1": "https://pasal.id/?b=1",
	} {
		if near, yes := Tells(address); !yes || near != want {
			t.Errorf("Tells(%q) = %q, %v; want %q", address, near, yes, want)
		}
	}
	for _, address := range []string{"https://pasal.id/permenaker/4/2023", "https://kemlu.go.id/?id=3", "https://basishukum.com/si/x"} {
		if _, yes := Tells(address); yes {
			t.Errorf("Tells(%q)", address)
		}
	}
}
