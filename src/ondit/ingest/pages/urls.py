"""Addresses on pages."""

from urllib.parse import urljoin


def absolute(address: str | None, base: str | None = None) -> str | None:
    """Return the web address that one on a page means, or None when there is none (mail, a script)."""
    try:
        target = urljoin(base or "", (address or "").strip())
    except ValueError:  # "http://[": brackets that hold no address
        return None
    return target if target.lower().startswith(("http://", "https://")) else None
