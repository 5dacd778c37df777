"""Who said what: attributions by quotation layer, parse, lexicon and, where installed, trained weights."""

from ondit.attribute.attributing import attribute
from ondit.attribute.learned.judges import installed_judge

__all__ = ["attribute", "installed_judge"]
