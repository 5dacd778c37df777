"""The local web pages and the JSON beside them: HTTP only, what they show is made in the rooms below."""

from ondit.web.app import make_app
from ondit.web.running import run
from ondit.web.serving import Serving, Settings, new_token

__all__ = ["Serving", "Settings", "make_app", "new_token", "run"]
