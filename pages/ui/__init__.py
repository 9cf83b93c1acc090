"""Furniture that pages share. No page lies here."""
