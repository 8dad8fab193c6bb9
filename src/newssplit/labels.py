"""What a unit of a page can be: rules weigh it, the grammar decides it, articles are put together by it."""

from __future__ import annotations

LABELS = (
    "furniture",
    "title",  # a further headline from the page's address or a field of a database
    "section",  # 栏目
    "headline",  # any line of a headline block
    "again",  # one that was printed just before
    "notice_head",  # 启事
    "teaser_head",  # 导读
    "teaser",  # a line of it, with a page
    "listed",  # a line of it, without a page
    "author",  # makers whom a record names above its headline
    "byline",  # makers above the text
    "lede",  # a paragraph that opens with its makers, with or without 电头
    "mark",  # a paragraph that opens with 电头 alone
    "further",  # a further dispatch within the article: 〔又讯〕
    "brief",  # a lede that is signed at its end, too
    "resume",  # a paragraph that begins 上接
    "text",
    "last",  # a paragraph with its makers behind it
    "sourced",  # a paragraph with its dateline behind it
    "turned",  # a paragraph that ends 下转
    "more",  # the rest of a paragraph that was cut
    "crosshead",  # 小标题
    "signature",  # makers behind the text, on a line of their own
    "dated",  # when a letter was written
    "credit",  # 摄, on a line of its own
    "caption",  # an item of its own, with the headline above it
    "aside",  # a caption that stands within another item
    "notice",  # a notice without headline
    "onward",  # 下转 alone on a line
    "back",  # 上接 alone on a line
)
"""What a unit can be."""
LABEL = {name: n for n, name in enumerate(LABELS)}
