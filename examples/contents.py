"""A table of contents of the articles on standard input: newssplit split -f jsonl FILE ... | python contents.py"""

import json
import sys

source = None
for line in sys.stdin:
    article = json.loads(line)
    if article["source"] != source:
        source = article["source"]
        print(f"\n{source}  {article['newspaper'] or ''} {article['date'] or ''}")
    people = "、".join(person["name"] for person in article["byline"])
    title = article["headline"] or f"[{article['kind']}] {''.join(article['paragraphs'])[:20]}…"
    print(f"{article['order']:>4}  {title}  {people}  {article['chars']} 字")
