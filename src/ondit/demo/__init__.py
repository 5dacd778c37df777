"""The shipped story: invented outlets, an invented event."""
