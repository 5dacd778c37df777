"""What stands in front of every handler: who may call the server by which name, write to it, and how much.

The pages show text of strangers, and the browser that shows them also visits their sites. So a request must
name a host of ours (against DNS rebinding), come from our own pages where it writes (against forged posts),
bear the token where it writes, and have a body that is small and arrives in time. Every answer forbids
whatever a page of ours does not need.
"""

import asyncio
import secrets
from collections.abc import Iterable
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ondit.web.problems import RequestError, answer, for_program
from ondit.web.serving import Settings

READING = frozenset({"GET", "HEAD", "OPTIONS"})

HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
"""What every answer says. Source: OWASP, "HTTP Security Response Headers Cheat Sheet"."""

_MOST_ADDRESS = 4_096  # bytes of path and query; the longest that a page of ours links to has a few hundred


class Guard:
    """Lets through what may pass, answers all else, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":  # we have none; accepting nothing closes it
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            entry = self._checked(scope, headers)
            if entry is not None:
                await entry(scope, receive, _sealed(send))
                return
            body = b"" if scope["method"] in READING else await self._body(headers, receive)
        except RequestError as refusal:
            program = for_program(scope["path"], scope["method"], headers.get("accept", ""))
            await answer(refusal, for_program=program)(scope, receive, _sealed(send))
            return
        await self._app(scope, _replayed(body, receive), _sealed(send))

    def _checked(self, scope: Scope, headers: Headers) -> Response | None:
        """Raise `RequestError` for what may not pass; return the answer to one that brings the token."""
        name = _name(headers.get("host", ""))
        if name not in self._settings.hosts:
            raise RequestError(
                HTTPStatus.MISDIRECTED_REQUEST,
                f"this server does not answer for '{name}'; open it by the address that it printed, or start"
                f" it with --allow-host {name or 'NAME'}",
            )
        if len(scope["raw_path"]) + len(scope["query_string"]) > _MOST_ADDRESS:
            raise RequestError(HTTPStatus.REQUEST_URI_TOO_LONG, "the address is longer than any of ours")
        self._check_origin(scope, headers)
        if entry := self._entry(scope):
            return entry
        scope["ondit.may_write"] = self._bears_token(scope, headers)
        if scope["ondit.may_write"] or (scope["method"] in READING and self._settings.open_reading):
            return None
        raise RequestError(
            HTTPStatus.UNAUTHORIZED,
            "this needs the token: open the address that 'ondit serve' printed once, or send the token as"
            " 'Authorization: Bearer TOKEN'",
            {"WWW-Authenticate": 'Bearer realm="ondit"'},
        )

    def _check_origin(self, scope: Scope, headers: Headers) -> None:
        """Raise `RequestError` when the page of another site asks; following its link is fine."""
        site = headers.get("sec-fetch-site", "none")
        follows_link = headers.get("sec-fetch-mode") == "navigate" and scope["method"] in READING
        foreign = site not in ("same-origin", "none") and not follows_link
        origin = headers.get("origin")
        if origin is not None and origin != f"{scope['scheme']}://{headers.get('host', '')}":
            foreign = True
        if foreign:
            raise RequestError(
                HTTPStatus.FORBIDDEN, "the page of another site asks for this; open Ondit's own pages"
            )

    def _entry(self, scope: Scope) -> Response | None:
        """Return the way to the same page for one who brings the token in the address: it is kept in a cookie
        and leaves the address, and with it the browser's history."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in asked if name == "token"]
        if scope["method"] != "GET" or not given or not self._is_token(given[0]):
            return None
        rest = urlencode([pair for pair in asked if pair[0] != "token"])
        path = scope["raw_path"].decode("ascii", "replace")
        target = path if path.startswith("/") and not path.startswith("//") else "/"
        entry = RedirectResponse(f"{target}?{rest}" if rest else target, status_code=HTTPStatus.SEE_OTHER)
        entry.set_cookie(cookie_name(scope), self._settings.token, httponly=True, samesite="strict", path="/")
        entry.headers["Cache-Control"] = "no-store"
        return entry

    def _bears_token(self, scope: Scope, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._is_token(given.strip()):
            return True
        return any(self._is_token(one) for one in _cookies(headers.getlist("cookie"), cookie_name(scope)))

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode("utf-8", "replace"), self._settings.token.encode())

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        """Return the whole body. Raises `RequestError` when it is too large or comes too slowly."""
        most = self._settings.largest_body
        stated = headers.get("content-length", "0")
        if (stated.isascii() and stated.isdigit() and int(stated) > most) or len(stated) > 20:
            raise _too_large(most)
        try:
            async with asyncio.timeout(self._settings.slowest_body):
                return await _gathered(receive, most)
        except TimeoutError:
            raise RequestError(
                HTTPStatus.REQUEST_TIMEOUT,
                f"the body was not there whole after {self._settings.slowest_body:g} seconds",
                {"Connection": "close"},
            ) from None


def cookie_name(scope: Scope) -> str:
    """Return the name of the cookie that keeps the token: cookies do not tell ports apart, so it does."""
    server = scope.get("server")
    return f"ondit-{server[1] if server else 0}"


async def _gathered(receive: Receive, most: int) -> bytes:
    pieces: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RequestError(HTTPStatus.BAD_REQUEST, "the body ended before it was whole")
        pieces.append(message.get("body", b""))
        if sum(map(len, pieces)) > most:
            raise _too_large(most)
        if not message.get("more_body", False):
            return b"".join(pieces)


def _too_large(most: int) -> RequestError:
    return RequestError(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"the body has more than {most} bytes; send less at a time, or use 'ondit add'",
        {"Connection": "close"},
    )


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was received already."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _sealed(send: Send) -> Send:
    """Return what sends an answer with the headers of safety."""

    async def seal(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS:
                headers[name] = value
        await send(message)

    return seal


def _name(host: str) -> str:
    """Return the name in a Host header, without the port and in lower case; brackets of IPv6 stay."""
    name, colon, port = host.rpartition(":")
    return (
        name if colon and port.isdigit() and (not name.startswith("[") or name.endswith("]")) else host
    ).lower()


def _cookies(lines: Iterable[str], name: str) -> list[str]:
    found = []
    for line in lines:
        try:
            jar = SimpleCookie(line)
        except CookieError:
            continue
        if name in jar:
            found.append(jar[name].value)
    return found
