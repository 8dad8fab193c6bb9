"""What words, dates and numbers look like, for all that reads them."""
