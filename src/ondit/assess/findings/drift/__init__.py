"""Findings on wording that changed from page to page, and from version to version of one."""
