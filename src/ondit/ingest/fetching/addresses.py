"""Which addresses of the Internet Protocol are public, by our own table.

Source: IANA IPv4 and IPv6 Special-Purpose Address Registries, and the clouds' own pages for their metadata
services. Python's `is_global` is not used: it differs between versions, and calls 6to4, NAT64 and some
metadata services global.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import msgspec

Address = IPv4Address | IPv6Address


class Range(msgspec.Struct, frozen=True):
    """Addresses that are not public. Those of one's own network (`own`) can be allowed for a named host, the
    others never."""

    network: IPv4Network | IPv6Network
    what: str
    own: bool = False


def _never(network: str, what: str) -> Range:
    return Range(ip_network(network), what)


def _own(network: str, what: str) -> Range:
    return Range(ip_network(network), what, own=True)


_METADATA = "the metadata service of a cloud"
_DOCUMENTATION = "an address for documentation"

_V4 = (  # where ranges lie within each other the narrower stands first
    _never("100.100.100.200/32", _METADATA),  # Alibaba
    _never("168.63.129.16/32", _METADATA),  # Azure
    _never("169.254.0.0/16", "a link-local address or the metadata service of a cloud"),
    _never("0.0.0.0/8", "an address of this host"),
    _own("10.0.0.0/8", "a private address"),
    _own("100.64.0.0/10", "an address shared by a provider's customers"),
    _own("127.0.0.0/8", "a loopback address"),
    _own("172.16.0.0/12", "a private address"),
    _never("192.0.0.0/24", "an address for protocols"),  # Oracle's metadata, 192.0.0.192, among them
    _never("192.0.2.0/24", _DOCUMENTATION),
    _never("192.88.99.0/24", "a 6to4 relay"),
    _own("192.168.0.0/16", "a private address"),
    _never("198.18.0.0/15", "an address for benchmarks"),
    _never("198.51.100.0/24", _DOCUMENTATION),
    _never("203.0.113.0/24", _DOCUMENTATION),
    _never("224.0.0.0/4", "a multicast address"),
    _never("255.255.255.255/32", "the broadcast address"),
    _never("240.0.0.0/4", "a reserved address"),
)
_V6 = (
    _never("fd00:ec2::/32", _METADATA),  # Amazon
    _never("fd20:ce::/32", _METADATA),  # Google
    _never("fd00:c1::/32", _METADATA),  # Oracle
    _own("::1/128", "the loopback address"),
    _never("::/128", "an address of this host"),
    _never("::ffff:0:0/96", "an IPv4 address in the form of IPv6"),  # IPv4-mapped
    _never("::ffff:0:0:0/96", "an IPv4 address in the form of IPv6"),  # IPv4-translated
    _never("::/96", "an IPv4 address in the form of IPv6"),  # IPv4-compatible
    _never("64:ff9b::/96", "an IPv4 address behind a translator (NAT64)"),
    _never("64:ff9b:1::/48", "an IPv4 address behind a translator (NAT64)"),
    _never("100::/64", "an address that discards"),
    _never("2001::/32", "an IPv4 address in a tunnel (Teredo)"),
    _never("2001:2::/48", "an address for benchmarks"),
    _never("2001::/23", "an address for protocols"),
    _never("2001:db8::/32", _DOCUMENTATION),
    _never("2002::/16", "an IPv4 address in a tunnel (6to4)"),
    _never("3ffe::/16", "a reserved address"),  # the 6bone's, given back
    _never("3fff::/20", _DOCUMENTATION),
    _never("5f00::/16", "an address for segment routing"),
    _own("fc00::/7", "a private address"),
    _never("fe80::/10", "a link-local address"),
    _never("fec0::/10", "a site-local address"),
    _never("ff00::/8", "a multicast address"),
)
_UNICAST = ip_network("2000::/3")  # all that has been given out of IPv6 so far
_NOT_UNICAST = _never("::/0", "an address outside public IPv6")
_ISATAP = _never("::/0", "an IPv4 address in a tunnel (ISATAP)")
_ISATAP_MARKS = {0x0000_5EFE, 0x0200_5EFE}  # RFC 5214: the upper half of an interface's identifier


def refused_range(address: Address) -> Range | None:
    """Return the range that makes an address not public, or None for a public one."""
    for one in _V4 if isinstance(address, IPv4Address) else _V6:
        if address in one.network:
            return one
    if isinstance(address, IPv4Address):
        return None
    if address not in _UNICAST:
        return _NOT_UNICAST
    return _ISATAP if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP_MARKS else None


def read_address(text: str) -> Address:
    """Return the address that a resolver gave.

    Raises `ValueError` for anything else, such as an address with a zone ("fe80::1%eth0").
    """
    if "%" in text:
        raise ValueError(text)
    return ip_address(text)
