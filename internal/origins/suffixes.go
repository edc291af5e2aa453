package origins

import (
	"net/netip"
	"slices"
	"strings"
)

// sharedSuffixes are domains under which anyone can get a host of their own:
// hosting, tunnels, online editors. They are entries of the private section of
// the Public Suffix List (https://publicsuffix.org, revision d6c92f1bbb of
// 2026-02-06), those that web applications are served from most.
var sharedSuffixes = strings.Fields(`
	a.run.app adaptable.app amplifyapp.com appspot.com azureedge.net azurestaticapps.net azurewebsites.net
	bitbucket.io blob.core.windows.net blogspot.com bolt.host bubbleapps.io carrd.co clerk.app cloudapp.net
	cloudfront.net codeberg.page convex.app csb.app deno.dev deno.net duckdns.org dyndns.org edgecompute.app
	elasticbeanstalk.com encr.app eu.ngrok.io eu.org expo.app firebaseapp.com fly.dev framer.app framer.website
	github.io gitlab.io herokuapp.com hf.space leapcell.app lovable.app lovableproject.com myshopify.com
	netlify.app ngrok-free.app ngrok-free.dev ngrok.app ngrok.dev ngrok.io no-ip.org notion.site now.sh
	ondigitalocean.app onrender.com pages.dev pythonanywhere.com r2.dev readthedocs.io repl.co replit.app
	replit.dev s3.amazonaws.com square.site statichost.page streamlit.app supabase.co supabase.net translate.goog
	trycloudflare.com ts.net up.railway.app val.run vercel.app vercel.dev web.app web.core.windows.net webflow.io
	wixsite.com wixstudio.com workers.dev zeabur.app`)

// registries are domains under which names are registered, of the other
// section of the same list.
var registries = strings.Fields(`
	ac.uk co.at co.hu co.id co.il co.in co.jp co.ke co.kr co.nz co.th co.uk co.za com.ar com.au com.bd com.br
	com.cn com.co com.cy com.de com.do com.ec com.eg com.es com.gr com.gt com.hk com.hr com.kw com.lb com.mt
	com.mx com.my com.ng com.np com.pe com.ph com.pk com.pl com.pt com.qa com.ro com.ru com.sa com.se com.sg
	com.tr com.tw com.ua com.uy com.ve com.vn gov.uk ne.jp net.au net.br net.cn net.nz or.at or.jp org.au
	org.br org.cn org.nz org.uk`)

// topLevel are top-level domains in which anyone can register a name; those of
// countries have two letters and are not listed.
var topLevel = strings.Fields(`
	agency ai app art biz blog build business cafe center chat city cloud club codes com community company
	consulting dev digital directory earth edu email energy expert finance foundation fun fund games global group
	guide health host info ink jobs land law legal life link live llc ltd marketing media mobi money name net
	network news ninja one online org page partners plus press pro productions run sale school services shop site
	social software solutions space store studio support systems team tech technology tips today tools top
	training travel tube tv vip website wiki work works world wtf xyz zone`)

// isPublicSuffix reports whether anyone can have a host under a domain.
func isPublicSuffix(domain string) bool {
	if !strings.Contains(domain, ".") {
		return len(domain) == 2 && isLetters(domain) || slices.Contains(topLevel, domain)
	}
	return isShared(domain) || slices.Contains(registries, domain)
}

func isShared(domain string) bool { return slices.Contains(sharedSuffixes, domain) }

func isLetters(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" }

// registrable returns the domain that the owner of a host has registered: the
// public suffix and one label before it. Of an address it is the address.
func registrable(host string) string {
	if isAddress(host) {
		return host
	}
	labels := strings.Split(host, ".")
	for i := range labels {
		if isPublicSuffix(strings.Join(labels[i:], ".")) {
			return strings.Join(labels[max(i-1, 0):], ".")
		}
	}
	return strings.Join(labels[max(len(labels)-2, 0):], ".")
}

func isAddress(host string) bool {
	_, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil
}

// isLocal reports whether a host is the user's machine or in a private network,
// where TLS is not to be had.
func isLocal(host string) bool {
	host = strings.Trim(host, "[]")
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified()
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	return last == host || slices.Contains([]string{"localhost", "local", "localdomain", "internal", "lan", "home", "corp", "test"}, last)
}
