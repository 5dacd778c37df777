"""Who said what: attributions by rules over quotation layer, parse and lexicon."""

from ondit.attribute.attributing import attribute

__all__ = ["attribute"]
