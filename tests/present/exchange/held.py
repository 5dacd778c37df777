"""Holdings for the tests of exports: the story of the dam, and articles with anything in them."""

from hypothesis import strategies as st

from ondit.model.listing import Holding, TracedClaim
from present.builder import dam, reading

MADE = "2031-06-01T12:00:00+00:00"

anything = st.text(
    st.one_of(
        st.characters(codec=None),  # lone surrogates too
        st.sampled_from("\x00\x07\x1b\t\n\r\x0b\x0c\x7f\x85\u2028\u202e\ufeff\ufffe\ud800\udfff"),
        st.sampled_from("=+-@'\",;<>&\\{}[]|^`%\U0001f1eb\U0001f1f7e\u0301"),
    ),
    max_size=40,
)


def held(trace=None, articles=()) -> Holding:
    """Return a holding of one trace, that of the dam unless another is given, and one reading."""
    if trace is None:
        trace, articles = dam()
    traced = TracedClaim(trace=trace, articles=tuple(articles))
    return Holding(rows=(reading(),), traced=(traced,), made=MADE)
