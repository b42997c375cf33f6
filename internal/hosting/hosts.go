package hosting

import _ "embed"

// The forms of the files, one for each host.
var (
	//go:embed forms/nginx.conf
	nginx string
	//go:embed forms/Caddyfile
	caddy string
	//go:embed forms/htaccess
	apache string
	//go:embed forms/_headers
	headers string
	//go:embed forms/netlify_redirects
	netlify string
	//go:embed forms/cloudflare_redirects
	cloudflare string
	//go:embed forms/github.yml
	github string
	//go:embed forms/gitlab.yml
	gitlab string
	//go:embed forms/s3.txt
	s3 string
)

// hosts are all of them, in the order of the usage.
var hosts = []Host{
	{"nginx", []File{{Name: "hosting/nginx.conf", text: nginx}}},
	{"caddy", []File{{Name: "hosting/Caddyfile", text: caddy}}},
	{"apache", []File{{Name: ".htaccess", Inside: true, text: apache}}},
	{"netlify", []File{{Name: "_headers", Inside: true, text: headers}, {Name: "_redirects", Inside: true, text: netlify}}},
	{"cloudflare", []File{{Name: "_headers", Inside: true, text: headers}, {Name: "_redirects", Inside: true, text: cloudflare}}},
	{"github", []File{{Name: ".nojekyll", Inside: true}, {Name: ".github/workflows/terbit.yml", text: github}}},
	{"gitlab", []File{{Name: ".gitlab-ci.yml", text: gitlab}}},
	{"s3", []File{{Name: "hosting/s3.txt", text: s3}}},
}
