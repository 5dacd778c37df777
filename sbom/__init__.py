"""Which packages Ondit runs with, as an SBOM (software bill of materials) that every wheel carries.

`make sbom` writes `ondit.cdx.json` here, in CycloneDX 1.6; the wheel has it in `.dist-info/sboms/` (PEP 770).
It is made from the lock, `pyproject.toml` and the list of files of others in the package alone, so the same
lock gives the same bytes.
"""
