"""What stands on the web becomes items: pages, the pages that feeds list, and what is new in a feed."""
