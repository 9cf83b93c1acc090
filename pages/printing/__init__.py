"""Sheets for paper: complete HTML pages at `/print/…`, black on white, A4, with nothing of Streamlit in them."""
