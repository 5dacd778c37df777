"""The targets of `fuzz/`, each with some hundred inputs: pieces of what it reads, and any bytes."""

import pytest
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = [
    *("«", "»", "“", "”", '"', "'", "„", "—", "：", "「", "」", " ", "\n", ".", ",", "(Reuters) - "),
    *(
        "12",
        "250",
        " тысяч",
        "万",
        "लाख",
        "мост",
        " сказал",
        " dijo que ",
        "قال ",
        "と述べた",
        "ifølge ",
        "%",
    ),
    *("17 Sep 2024", "2024-09-17T10:00", "سبتمبر", "WARC/1.0\r\n", "Content-Length: 9\r\n", "\r\n\r\n"),
    *("<rss>", "<item>", "<link>", "</", "<!ENTITY a 'b'>", "http://", "0x7f.1", "[::1]", "@", "%00", "#"),
]
BYTES = st.lists(st.sampled_from(PIECES).map(str.encode) | st.binary(max_size=6), max_size=40).map(b"".join)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_target_keeps_its_word(name):
    @settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
    @given(BYTES)
    def holds(content):
        TARGETS[name](content)

    holds()
