"""Ids are digests of content, so a second run finds the same ids."""

import hashlib

_DIGITS = 20


def content_id(prefix: str, *parts: str) -> str:
    """Return an id such as ``att_9f8a…`` for the given parts, in the given order.

    Two different tuples of parts never share the text that is hashed: each part is preceded by its length.
    Source: SHA-256, first 80 bits; a collision among ten million ids has a probability below 1e-10.
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return f"{prefix}_{digest.hexdigest()[:_DIGITS]}"
