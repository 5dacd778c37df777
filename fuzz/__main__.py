"""Fuzz one target for some seconds: python -m fuzz TARGET SECONDS. An input that breaks it is kept here."""

import sys

import atheris

with atheris.instrument_imports(include=["ondit"]):
    from fuzz.targets import TARGETS

if __name__ == "__main__":
    name, seconds = sys.argv[1], sys.argv[2]
    options = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        "-max_len=20000",
        "-rss_limit_mb=3000",
        "-timeout=20",
    ]
    atheris.Setup(options, TARGETS[name])
    atheris.Fuzz()
