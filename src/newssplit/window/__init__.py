"""Dumps of any size in bounded memory: read in pieces that overlap and are cut where an item surely begins."""
