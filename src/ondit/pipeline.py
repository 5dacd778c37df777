"""The one corridor: joins rooms, store and engine."""
