"""The records of Ondit: frozen, typed, small. They know no room and no library but msgspec."""
