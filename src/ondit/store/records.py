"""Records as bytes: msgpack, and the digests that tell whether a record has changed."""

import hashlib

import msgspec

_DIGEST_BYTES = 16  # 128 bits: two different records of one key never meet


def pack(record: object) -> bytes:
    """Return a record as msgpack."""
    return msgspec.msgpack.encode(record)


def digest(packed: bytes) -> bytes:
    """Return the digest of a packed record."""
    return hashlib.blake2b(packed, digest_size=_DIGEST_BYTES).digest()
