"""What a file is: which encoding, which kind, and what about its text should be known. Bytes in, text out; no I/O."""
