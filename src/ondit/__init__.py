"""Ondit: who says so?"""
