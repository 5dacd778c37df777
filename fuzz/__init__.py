"""Bytes thrown at our own parsers, with coverage as the guide: `make fuzz TARGET=archives SECONDS=600`."""
