package origins

import (
	"net/netip"
	"net/url"
	"strings"
)

func parseURL(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return nil
	}
	parse := url.Parse
	if name(c.fn) == "net/url.ParseRequestURI" {
		parse = url.ParseRequestURI
	}
	u, err := parse(t.s)
	if err != nil {
		return tuple{null{}, failure{}}
	}
	return tuple{link{u, t.taint}, null{}}
}

func linkField(l link, name string) value {
	switch name {
	case "Scheme":
		return text{l.u.Scheme, l.taint}
	case "Host":
		return text{l.u.Host, l.taint}
	case "Path":
		return text{l.u.Path, l.taint}
	case "Opaque":
		return text{l.u.Opaque, l.taint}
	case "RawQuery":
		return text{l.u.RawQuery, l.taint}
	case "Fragment":
		return text{l.u.Fragment, l.taint}
	case "User":
		if l.u.User == nil {
			return null{}
		}
	}
	return unknown{taint: l.taint}
}

func linkMethod(_ *run, c *invocation) value {
	l, ok := c.recv.(link)
	if !ok {
		return nil
	}
	switch c.fn.Name() {
	case "Hostname":
		return text{l.u.Hostname(), l.taint}
	case "Port":
		return text{l.u.Port(), l.taint}
	case "String":
		return text{l.u.String(), l.taint}
	case "IsAbs":
		if l.taint&ofOrigin != 0 {
			return boolean(l.u.IsAbs())
		}
	}
	return c.lost()
}

// splitHostPort is net.SplitHostPort for what follows the scheme of an origin.
func splitHostPort(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return nil
	}
	i := strings.LastIndexByte(t.s, ':')
	if i < 0 || strings.HasSuffix(t.s, "]") {
		return tuple{text{"", t.taint}, text{"", t.taint}, failure{}}
	}
	host, port := t.s[:i], t.s[i+1:]
	if inner, ok := strings.CutPrefix(host, "["); ok {
		host = strings.TrimSuffix(inner, "]")
	} else if strings.Contains(host, ":") {
		return tuple{text{"", t.taint}, text{"", t.taint}, failure{}}
	}
	return tuple{text{host, t.taint}, text{port, t.taint}, null{}}
}

func joinHostPort(_ *run, c *invocation) value {
	host, ok := c.text(0)
	port, ok2 := c.text(1)
	if !ok || !ok2 {
		return nil
	}
	if strings.Contains(host.s, ":") {
		host.s = "[" + host.s + "]"
	}
	return text{host.s + ":" + port.s, host.taint | port.taint}
}

func parseIP(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return nil
	}
	ip, err := netip.ParseAddr(t.s)
	if err != nil || ip.Zone() != "" {
		return null{}
	}
	return address{ip.Unmap(), t.taint}
}

func parseAddr(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return nil
	}
	ip, err := netip.ParseAddr(t.s)
	if err != nil {
		return tuple{unknown{taint: t.taint}, failure{}}
	}
	return tuple{address{ip, t.taint}, null{}}
}

func addressMethod(_ *run, c *invocation) value {
	a, ok := c.recv.(address)
	switch {
	case isNull(c.recv) && c.recv != nil:
		return boolean(false) // of a nil net.IP
	case !ok:
		return c.lost()
	case c.fn.Name() == "IsLoopback":
		return boolean(a.ip.IsLoopback())
	}
	return boolean(a.ip.IsPrivate())
}

// registrableText is publicsuffix.EffectiveTLDPlusOne.
func registrableText(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return nil
	}
	if isPublicSuffix(t.s) || !strings.Contains(t.s, ".") {
		return tuple{text{"", t.taint}, failure{}}
	}
	return tuple{text{registrable(t.s), t.taint}, null{}}
}
