"""A web address in its one canonical form: the form that is checked is the one that is connected to."""

import re
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna
import msgspec

from ondit.errors import FetchError, RefusedError
from ondit.ingest.fetching.addresses import Address

_LONGEST = 8_192  # characters of an address; servers take no more either
_PORTS = {"http": 80, "https": 443}
# fmt: off
_BAD_PORTS = frozenset((
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
    104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513,
    514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719,
    1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
    6697, 10080,
))  # Source: WHATWG Fetch Standard, "bad port": services that a request could be made to talk to by mistake
# fmt: on

_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")  # matches "a\tb" and "http:\\a", not "a b"
_IN_BRACKETS = re.compile(r"\[([0-9A-Fa-f:.]+)\](?::([0-9]*))?")  # matches "[::1]:80", not "[fe80::1%25eth0]"
_IN_THE_OPEN = re.compile(r"([^:\[\]]+)(?::([0-9]*))?")  # matches "a.example:80", not "a:b:80" or "::1"
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")  # matches "xn--a", not "-a", "a%", or ""
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")  # matches "127", "0177" and "0x7f", not "7f"
_VALUE = re.compile(r"=[^&;]*")  # matches the "=b" of "a=b&c"
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"  # what stays as it is in a path or query; the rest is percent-encoded


class Target(msgspec.Struct, frozen=True):
    """A web address. `host` is a name in ASCII and lower case, or an address in its canonical form, which
    then is `address` too; `path` holds the query, and no fragment."""

    scheme: str
    host: str
    port: int
    path: str
    address: Address | None = None

    @property
    def authority(self) -> str:
        """The host as a URL writes it, with the port where it is not the usual one."""
        host = f"[{self.host}]" if isinstance(self.address, IPv6Address) else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.path}"


def read_target(url: str, base: Target | None = None) -> Target:
    """Return the target that a web address means; a relative one is taken from `base`.

    A user name and password are dropped, never sent.

    Raises `RefusedError` for a scheme other than http and https and for a port of another service,
    `FetchError` for what is no web address.
    """
    url = url.strip(" \t\r\n")
    if len(url) > _LONGEST or _CONTROL.search(url):
        raise _no_address("it is too long or holds a backslash or control characters")
    try:
        parts = urlsplit(urljoin(base.url, url) if base else url)
    except ValueError as error:  # brackets that hold no address; a host that changes under normalisation
        raise _no_address("its host cannot be read") from error
    if parts.scheme not in _PORTS:
        raise RefusedError("only http and https are fetched; give a web address or a file name")
    host, address, stated_port = _split(parts.netloc.rpartition("@")[2])
    port = _PORTS[parts.scheme] if not stated_port else int(stated_port.lstrip("0")[:6] or 0)
    if not 0 < port < 65_536 or port in _BAD_PORTS:
        raise RefusedError(f"port {port} is not one of the web; give the address without it")
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    return Target(parts.scheme, host, port, path if path.startswith("/") else f"/{path}", address)


def canonical_host(host: str) -> str:
    """Return a host as a person names it, in the form of `Target.host`.

    Raises `FetchError` for what is no host.
    """
    bare = host.strip()
    return _split(f"[{bare}]" if bare.count(":") > 1 and not bare.startswith("[") else bare)[0]


def shown(url: str) -> str:
    """Return an address fit for a message: without user name, password, fragment, and values of the query,
    any of which may be secret."""
    try:
        parts = urlsplit(_CONTROL.sub("", url))
    except ValueError:
        return "an address that cannot be read"
    where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"[:_LONGEST]
    if not parts.query:
        return where
    return f"{where}?" + (_VALUE.sub("=…", parts.query) if "=" in parts.query else "…")


def _split(netloc: str) -> tuple[str, Address | None, str]:
    """Return host, address where the host is one, and port of the last part of an authority."""
    if match := _IN_BRACKETS.fullmatch(netloc):
        try:
            address = IPv6Address(match[1])
        except ValueError as error:
            raise _no_address("its host cannot be read") from error
        return str(address), address, match[2] or ""
    match = _IN_THE_OPEN.fullmatch(netloc)
    if match is None:
        raise _no_address("its host cannot be read")
    name = _ascii(match[1]).removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        number = _read_v4(labels)
        return str(number), number, match[2] or ""
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _no_address("its host cannot be read")
    return name, None, match[2] or ""


def _ascii(host: str) -> str:
    """Return a host in ASCII: letters and digits of other widths become plain, other scripts Punycode."""
    if host.isascii():
        return host.lower()
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return mapped if mapped.isascii() else idna.encode(mapped).decode("ascii")
    except idna.IDNAError as error:
        raise _no_address("its host cannot be read") from error


def _read_v4(parts: list[str]) -> IPv4Address:
    """Return the IPv4 address of up to four numbers, each decimal, octal or hexadecimal; the last one fills
    what the others leave.

    Source: WHATWG URL Standard, IPv4 parser; the C library's `inet_aton` reads the same.
    """
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise _no_address("its host is a number that is no IPv4 address")
    try:
        *leading, last = (_read_number(part) for part in parts)
    except ValueError as error:  # "08" is no octal number
        raise _no_address("its host is a number that is no IPv4 address") from error
    if any(number > 255 for number in leading) or last >= 256 ** (5 - len(parts)):
        raise _no_address("its host is a number that is no IPv4 address")
    return IPv4Address(last + sum(number << (8 * (3 - place)) for place, number in enumerate(leading)))


def _read_number(text: str) -> int:
    if text[:2].lower() == "0x":
        return int(text[2:] or "0", 16)
    return int(text, 8) if text.startswith("0") else int(text)


def _no_address(why: str) -> FetchError:
    return FetchError(f"no web address: {why}; check it", code="address", retryable=False)
