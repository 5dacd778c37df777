"""Files of others are the bytes that their README names."""

import re
from hashlib import sha256
from pathlib import Path

from ondit import web

VENDOR = Path(web.__file__).parent / "static" / "vendor"
ROW = re.compile(r"^\| (\S+\.js) \|.*\| ([0-9a-f]{64}) \|$", re.M)  # matches a row of the table of files


def test_a_vendored_file_has_the_digest_that_the_readme_names():
    named = dict(ROW.findall((VENDOR / "README.md").read_text()))
    there = {path.name: sha256(path.read_bytes()).hexdigest() for path in VENDOR.glob("*.js")}
    assert there and named == there
