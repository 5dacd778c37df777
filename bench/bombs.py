"""Throw bombs at the fetcher: python bench/bombs.py [GIB] serves answers that unpack to so many GiB (1 when
nothing is said) in every coding, and prints one line each: what a fetch of it costs. It fails when one costs
more than 200 MB of memory or five seconds.

Each is fetched in a process of its own, whose memory is compared with that after a small page.
"""

import gzip
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import brotli
from backports import zstd

from ondit.errors import FetchError
from ondit.ingest import Fetcher, Manners

MOST_MB, MOST_SECONDS = 200, 5.0
REFUSALS = ("too big for one page", "too many pieces; nothing of it was read")
PIECE = bytes(16 * 1024 * 1024)


def packed(packer: Any, gib: float, method: str = "compress") -> bytes:
    pieces = (getattr(packer, method)(PIECE) for _ in range(int(gib * 1024**3) // len(PIECE)))
    return b"".join(pieces) + (packer.flush() if hasattr(packer, "flush") else packer.finish())


def bombs(gib: float) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, Content-Encoding and body of each bomb."""
    member = packed(zlib.compressobj(1, wbits=31), gib)
    yield "gzip", "gzip", member
    yield "gzip, best", "gzip", packed(zlib.compressobj(9, wbits=31), gib)
    yield "gzip, many members", "gzip", gzip.compress(bytes(1024)) * int(gib * 1024**2)
    yield "gzip, empty members", "gzip", gzip.compress(b"") * 800_000
    yield "deflate", "deflate", packed(zlib.compressobj(1), gib)
    yield "bare deflate", "deflate", packed(zlib.compressobj(1, wbits=-15), gib)
    yield "br", "br", packed(brotli.Compressor(quality=1), gib, "process")
    yield "br, best", "br", packed(brotli.Compressor(quality=9, lgwin=24), gib, "process")
    yield "zstd", "zstd", packed(zstd.ZstdCompressor(level=1), gib)
    yield "zstd, best", "zstd", packed(zstd.ZstdCompressor(level=19), gib)
    yield "gzip in gzip", "gzip, gzip", gzip.compress(member)
    yield "gzip in br", "gzip, br", brotli.compress(member, quality=5)
    yield "gzip in zstd in gzip", "gzip, zstd, gzip", gzip.compress(zstd.compress(member))
    yield "identity", "identity", b""  # sent without an end
    yield "a file packed with gzip", "", member


def serve(served: dict[str, tuple[str, Path]]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/small":
                coding, body = "", b"<html><p>small</p></html>"
            elif self.path in served:
                coding, file = served[self.path]
                body = file.read_bytes()
            else:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "application/xml" if not coding else "text/html")
            if coding:
                self.send_header("Content-Encoding", coding)
            self.end_headers()
            try:
                self.wfile.write(body)
                while coding == "identity":
                    self.wfile.write(PIECE)
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def fetch(base: str, path: str) -> tuple[str, float, float]:
    """Return how a fetch of a bomb ends, its seconds, and the megabytes that it took beyond a small page."""
    from ondit.ingest.web.collecting import listed_by

    with Fetcher(Manners(allow_private=("127.0.0.1",), pause=0)) as fetcher:
        fetcher.fetch(f"{base}/small")
        before = peak_mb()
        begin = time.perf_counter()
        try:
            capture = fetcher.fetch(base + path)
            end = f"{len(capture.content):,} bytes" if capture else "nothing"
            if capture:
                listed_by(capture)
        except FetchError as error:
            end = str(error)
        seconds = time.perf_counter() - begin
    return end, seconds, peak_mb() - before


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB (Linux only: getrusage counts the parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def main() -> int:
    gib = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        served: dict[str, tuple[str, Path]] = {}
        server = serve(served)
        for number, (name, coding, body) in enumerate(bombs(gib)):
            file = Path(folder) / str(number)
            file.write_bytes(body)
            served[f"/{number}"] = (coding, file)
            end, seconds, more = apart(fetch, f"http://127.0.0.1:{server.server_address[1]}", f"/{number}")
            print(
                f"{name:24} {len(body):>12,} bytes sent  {seconds:5.2f} s  {more:+6.1f} MB  {end}", flush=True
            )
            worst += more > MOST_MB or seconds > MOST_SECONDS or not end.endswith(REFUSALS)
    print("all within bounds" if not worst else f"{worst} beyond the bounds")
    return min(worst, 1)


if __name__ == "__main__":
    sys.exit(main())
