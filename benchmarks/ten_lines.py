"""What somebody writes in ten minutes: cuts a dump at 本报讯 and prints JSON, an article a line."""

import json
import re
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text("utf-8")
for block in re.split(r"\n(?=[^\n]*\n[^\n]*本报讯)", text):
    headline, _, body = block.strip().partition("\n")
    byline = re.findall(r"本报讯\s*（([^）]*)）", body)
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    print(json.dumps({"headline": headline, "byline": byline, "paragraphs": paragraphs}, ensure_ascii=False))
