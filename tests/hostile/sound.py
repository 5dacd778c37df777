"""The sound page that hostile ones are made from."""

import json

TEXT = (
    "The bridge at Velm was closed on Monday, the mayor said. "
    "Buses go by way of Orlen until May, according to the county. "
)
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "datePublished": "2026-01-02",
}


def sound(text: str = TEXT * 5, head: str = "", attributes: str = "", ld: str | None = None) -> str:
    structured = json.dumps(LD) if ld is None else ld
    return (
        f'<!doctype html><html lang="en"><head><title>Bridge closed</title>{head}'
        f'<script type="application/ld+json">{structured}</script></head>'
        f"<body {attributes}><article><h1>Bridge closed</h1><p>{text}</p><p>{TEXT}</p></article></body>"
    )
