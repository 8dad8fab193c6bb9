"""What the path of an input says of its newspaper, date and page. Strings in, values out: no file is looked at."""
