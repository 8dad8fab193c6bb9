"""Text in, units out: lines with offsets, the habits of the dump, unwrapped and parted lines."""
