"""Every error Ondit raises on purpose. A message says what, where, and what next."""


class OnditError(Exception):
    """The root of all errors of Ondit; `str()` of one is fit to show to a person."""


class InputError(OnditError):
    """An input cannot be read as an article: missing, empty, binary, malformed, or without article text."""


class LexiconError(OnditError):
    """A lexicon, an outlets table or a settings file does not follow its schema."""


class ModelError(OnditError):
    """A language model is missing or is not what it claims to be."""


class StoreError(OnditError):
    """A store cannot be opened, read or written."""


class StoreLockedError(StoreError):
    """Another process holds the store's write lock."""


class NotFoundError(OnditError):
    """What a person asked for by name or id is not in the store or in the input."""


class DecisionError(OnditError):
    """A decision says nothing, contradicts one in force, or takes back what is not in force."""


class FetchError(OnditError):
    """A page cannot be had from the web.

    `code` is a word for programs, `retryable` tells whether the same request may succeed later, `after` is
    the number of seconds that the server asks to wait, where it asks.
    """

    def __init__(
        self, reason: str, *, code: str = "unreachable", retryable: bool = True, after: float | None = None
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.retryable = retryable
        self.after = after


class RefusedError(FetchError):
    """Ondit does not ask for a page because of its own rules: an address that is not public, a scheme other
    than http and https, robots.txt."""

    CODE = "refused"

    def __init__(self, reason: str) -> None:
        super().__init__(reason, code=self.CODE, retryable=False)
