"""Signs of shape and place: what a heading, a label, a crosshead and a paragraph look like."""

from __future__ import annotations

import regex

from newssplit.lexicon import fold, squeeze
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.topics import shared_pairs

SPACED_RE = regex.compile(r"(?:\S[ \u3000]{1,2}){2,}\S")
TWO_PART_RE = regex.compile(r"\S{4,}[ \u3000]+\S{4,}")
NUMBERED_RE = regex.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|第[一二三四五六七八九十\d]{1,3}[条条章节節回部分个只块层步]|其\s*[一二三四五六]$|[（(]?\d{1,2}[）).、．]|[①-⑳]|[一二三四]等"
)
LIST_ITEM_RE = regex.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]")
SALUTATION_RE = regex.compile(r"(?:尊敬的)?(?:编辑|編輯|主编|各位|亲爱|读者)(?:同志|先生|部|朋友|老师|女士|们|的.{0,6})*[：:]|问[：:]|答[：:]")
WRAPPED_RE = regex.compile(r"\s*[【〔\[［<〖].{2,14}[】〕\]］>〗]\s*")
ANNOUNCING_RE = regex.compile(r"如下|名单|名單|分别|分別|下列|以下|录后|錄後|为[：:]|為[：:]|[，,。]")
CLAUSE_RE = regex.compile(r"[，,；。？！：:](?=[^”」』])")
ENDED_RE = regex.compile(r"[。！？][”」』]?(?:[（(].{2,30}[）)])?$")
LETTER_DATE_RE = regex.compile(r"(?:(?:[\d一二三四五六七八九十〇○零]{2,4}|[\d\s]{4,6})\s?年)?\s?[\d一二三四五六七八九十\s]{1,4}月\s?[\d一二三四五六七八九十\s]{1,4}日?(?:[\s于於夜晨晚]*\p{Han}{2,8})?")
BODY_RE = regex.compile(r"\p{Han}{2,24}(?:公司|[局厅处所站院委部社厂校馆会]|营业所|办公室|委员会|法院|筹备组|指挥部|领导小组|编辑部)")
DATED_RE = regex.compile(r"\d日.*(?:通过|施行|发布|公布|批准|讲话|修订)|(?:通过|施行|发布|公布|批准)[）)]$")
NO_LABEL_RE = regex.compile(r"[，。！？!?；：:“”「」0-9０-９]")
PHRASES_RE = regex.compile(r"\S[ \u3000]\S.*[ \u3000]{2,}\S")
"""Letter-spaced phrases with a wider space between them: `不 坐 堂　　不 画 圈`."""
NO_COLUMN_RE = regex.compile(r"[，。！？!?；;：:“”「」、]")
DASH_RE = regex.compile(r"\s*(?:[—–―─－-]{2,}|——|━━)")
LONG_HEAD = 34
RUN = 5
CONTACT_RE = regex.compile(r"(?:电话|热线|邮编|邮箱|传真|信箱|社址)\s?[：:]\s?\S{4,}")
QUOTED_RE = regex.compile(r"[“「『《].*[”」』》]")


def is_short(s: Sight) -> bool:
    return s.short and not s.prose


def is_prose(s: Sight) -> bool:
    return s.prose


def repeated(s: Sight) -> bool:
    return s.repeat in ("first", "whole", "half")


def listed(s: Sight) -> bool:
    return s.listed


def dashed(s: Sight) -> bool:
    return is_short(s) and DASH_RE.match(s.text) is not None


def above_lede(s: Sight) -> bool:
    return is_short(s) and s.next is not None and s.next.lede is not None and not s.next.unit.inline and not known_label(s) and not label_ending(s)


def above_byline(s: Sight) -> bool:
    return is_short(s) and s.next is not None and bool(s.next.line_makers) and s.next.signed and not s.next.credit


def flush(s: Sight) -> bool:
    return is_short(s) and s.habits.indent_tells and s.indent < 2 and not s.unit.inline


def indented_as_text(s: Sight) -> bool:
    return is_short(s) and s.habits.indent_tells and 2 <= s.indent <= 6


def centred(s: Sight) -> bool:
    return is_short(s) and s.indent >= 8 and s.habits.indented >= 0.5


def after_gap(s: Sight) -> bool:
    return is_short(s) and s.habits.blank_tells and s.unit.blank


def below_furniture(s: Sight) -> bool:
    return is_short(s) and s.after_furniture


def prose_below_furniture(s: Sight) -> bool:
    return s.prose and s.after_furniture and not s.open_before


def two_parts(s: Sight) -> bool:
    plain = not s.line_makers and regex.search(r"[：:].*\d|\d.*\d.*\d.*\d", s.text) is None
    return is_short(s) and plain and TWO_PART_RE.fullmatch(s.text) is not None


def letter_spaced(s: Sight) -> bool:
    return is_short(s) and SPACED_RE.fullmatch(s.text) is not None and len(s.key) >= 4 and not s.line_makers


def ends_as_sentence(s: Sight) -> bool:
    return is_short(s) and s.text[-1] in "。；;，,、" and not QUOTED_RE.fullmatch(s.text)


def ends_quoted(s: Sight) -> bool:
    return is_short(s) and regex.search(r"[。，][”」』]$", s.text) is not None


def ends_with_colon(s: Sight) -> bool:
    return is_short(s) and s.text[-1] in "：:"


def long_line(s: Sight) -> bool:
    return is_short(s) and len(s.key) > LONG_HEAD


def tiny(s: Sight) -> bool:
    return is_short(s) and len(s.key) <= 3


def inline(s: Sight) -> bool:
    return s.unit.inline


def numbered(s: Sight) -> bool:
    return is_short(s) and NUMBERED_RE.match(s.text) is not None


def list_item(s: Sight) -> bool:
    return is_short(s) and LIST_ITEM_RE.match(s.text) is not None and (s.closed or len(s.key) > 16)


def salutation(s: Sight) -> bool:
    return is_short(s) and SALUTATION_RE.match(s.text) is not None


def box_word(s: Sight) -> bool:
    return is_short(s) and squeeze(s.text).lstrip("■□▲●◆·【[").rstrip("】]：:") in s.lexicon.wordset("labels", "boxes")


def known_label(s: Sight) -> bool:
    words = s.lexicon.wordset("labels", "words")
    return is_short(s) and not s.closed and (s.key in words or any(part in words for part in regex.split("[·・—|/]", squeeze(s.text))))


def label_ending(s: Sight) -> bool:
    return is_short(s) and 3 <= len(s.key) <= 9 and s.key.endswith(s.lexicon.words("labels", "endings")) and NO_COLUMN_RE.search(s.text) is None


def wrapped_label(s: Sight) -> bool:
    return is_short(s) and WRAPPED_RE.fullmatch(s.text) is not None and not s.line_makers and not s.lede and not s.turned


def short_above_head(s: Sight) -> bool:
    """A word or two above a longer short line."""
    below = s.next
    return (
        is_short(s) and 2 <= len(s.key) <= 6 and _label_like(s) and not s.signed and PHRASES_RE.search(s.text) is None and below is not None and is_short(below)
        and not below.line_makers and below.text[-1] not in "。；，：" and len(below.key) >= len(s.key) + 2
    )  # fmt: skip


def too_long_for_label(s: Sight) -> bool:
    return is_short(s) and (len(s.key) > 10 or not _label_like(s)) and WRAPPED_RE.fullmatch(s.text) is None and not label_ending(s)


def column_field(s: Sight) -> bool:
    return s.furniture is not None and s.furniture.section is not None


def _label_like(s: Sight) -> bool:
    return NO_LABEL_RE.search(s.text) is None


def amid_text(s: Sight) -> bool:
    """Between two paragraphs that neither a lede nor a byline announces."""
    above, below = s.prev, s.next
    return (
        is_short(s) and above is not None and below is not None and (above.likely_text or above.text[-1] == "。")
        and below.likely_text and not below.lede and not above.tails and not s.after_furniture
    )  # fmt: skip


def new_topic(s: Sight) -> bool:
    return amid_text(s) and shared_pairs(s) == 0


def same_topic(s: Sight) -> bool:
    return amid_text(s) and (shared_pairs(s) or 0) >= 2


def copied(s: Sight) -> bool:
    return s.repeat in ("whole", "half")


def many_clauses(s: Sight) -> bool:
    return is_short(s) and s.closed and len(CLAUSE_RE.findall(s.text)) >= 2


def letter_date(s: Sight) -> bool:
    """When and where a letter or a notice was written, on a line of its own."""
    return is_short(s) and LETTER_DATE_RE.fullmatch(fold(s.text)) is not None and s.prev is not None and s.prev.furniture is None


def issuing_body(s: Sight) -> bool:
    """The body that issues a notice stands below it, over the date."""
    below, above = s.next, s.prev
    signed = is_short(s) and BODY_RE.fullmatch(fold(s.text)) is not None and above is not None and above.likely_text
    return signed and (below is None or below.furniture is not None or letter_date(below))


def figures(s: Sight) -> bool:
    """A row of a table: mostly digits."""
    dense = "".join(s.text.split())
    return is_short(s) and 5 * sum(c.isdigit() for c in dense) >= 2 * len(dense)


def after_back(s: Sight) -> bool:
    above = s.prev
    return above is not None and above.turned is not None and above.turned.start == 0 and above.turned.end >= len(above.text) and not s.repeat


def headed_box(s: Sight) -> bool:
    """新闻链接 and the like over a heading of their own."""
    below = s.next
    headed = below is not None and is_short(below) and not below.closed and not below.line_makers and below.furniture is None
    return box_word(s) and headed and below is not None and below.next is not None and (below.next.prose or below.next.lede is not None)


def cut_by_page(s: Sight) -> bool:
    return s.cut_by_page


def nothing_below(s: Sight) -> bool:
    below = s.next
    while below is not None and below.furniture is not None and not below.furniture.ends:
        below = below.next
    heading = below is not None and is_short(below) and below.text[-1] not in "。！？!?，；”」" and not below.line_makers and not below.lede
    return below is None or below.furniture is not None or (heading and not run_of_lines(below))


def several_names_below(s: Sight) -> bool:
    return is_short(s) and s.next is not None and len(s.next.line_makers) >= 3 and not s.next.signed


def above_heading(s: Sight) -> bool:
    """Another short line below: a crosshead has text below it."""
    below = s.next
    heading = below is not None and is_short(below) and (not below.closed or (below.next is not None and (dashed(below.next) or below.next.signed)))
    return is_short(s) and (below is None or below.furniture is not None or heading)


def dated_bracket(s: Sight) -> bool:
    """（2004年4月28日…会议通过）below a headline: when a law or a communiqué was passed."""
    return s.text[0] in "（(" and s.text[-1] in "）)" and DATED_RE.search(s.text) is not None and s.prev is not None and is_short(s.prev)


def bracketed_line(s: Sight) -> bool:
    return s.text[0] in "（(" and s.text[-1] in "）)" and is_short(s) and not s.line_makers and not s.lede and not s.turned and not s.onward and not dated_bracket(s)


def quotation_begins(s: Sight) -> bool:
    return s.text[0] in "“「『" and (s.prev is None or s.prev.text[-1] not in "，,：:、")


def after_rule(s: Sight) -> bool:
    above = s.prev
    return is_short(s) and above is not None and above.furniture is not None and above.furniture.ends and not above.furniture.breaks


def above_dash(s: Sight) -> bool:
    return is_short(s) and s.next is not None and dashed(s.next) and not dashed(s)


def label_mark(s: Sight) -> bool:
    """自由開講》, ◆法律信箱◆: a column's name closed by a mark."""
    return is_short(s) and len(s.key) <= 10 and s.text[-1] in "》>】" and "《" not in s.text


def reference_mark(s: Sight) -> bool:
    return s.text[0] in "※＊*" and len(s.text) > 8


def after_navigation(s: Sight) -> bool:
    return s.prev is not None and s.prev.furniture is not None and s.prev.furniture.parts


def flush_among_indented(s: Sight) -> bool:
    return is_short(s) and s.habits.indented >= 0.95 and s.indent < 2 and not s.unit.inline and not s.open_before


def _fills_its_line(s: Sight) -> bool:
    """Whether the last line of a wrapped unit is as long as its first."""
    pieces = s.unit.pieces
    return len(pieces) > 1 and len(s.text) - pieces[-1][0] >= pieces[1][0] - 1


def flush_in_wrapped(s: Sight) -> bool:
    """In a wrapped dump with indented paragraphs, a sentence at the margin goes on with the line above."""
    h = s.habits
    above = s.prev
    return (
        h.wrapped and h.indented >= 0.7 and s.indent < 2 and not s.unit.inline and not s.unit.blank and ENDED_RE.search(s.text) is not None
        and above is not None and above.wordy and above.furniture is None and not s.lede and not s.repeat
        and not above.onward and not s.likely_caption and _fills_its_line(above)
    )  # fmt: skip


def parallel(s: Sight) -> bool:
    """Crossheads of one article are built alike: 第一条板凳, 第二条板凳; 清晨五点四十, 傍晚七点半."""
    return is_short(s) and any(_built_alike(s, t) for t in _short_lines_near(s))


def _short_lines_near(s: Sight) -> list[Sight]:
    found = list[Sight]()
    for step in ("prev", "next"):
        at, seen = (s.prev if step == "prev" else s.next), 0
        while at is not None and seen < 12 and at.furniture is None and not at.lede:
            if is_short(at) and not at.likely_text:
                found.append(at)
            at, seen = (at.prev if step == "prev" else at.next), seen + 1
    return found


def _built_alike(s: Sight, t: Sight) -> bool:
    if s.key == t.key or not s.key or not t.key:
        return False
    same_length = len(s.key) == len(t.key) <= 12 and s.unit.indent == t.unit.indent
    ends = (s.key[0] == t.key[0]) + (s.key[:2] == t.key[:2]) + (s.key[-2:] == t.key[-2:])
    return (same_length and (ends >= 1 or amid_text(s) and amid_text(t))) or ends >= 2 or (s.key[:1] == "第" == t.key[:1])


def in_announced_list(s: Sight) -> bool:
    """Short lines after a paragraph that ends with a colon are what it announces."""
    at = s.prev
    while at is not None and not at.prose and at.furniture is None and not at.lede and not at.repeat and at.text[-1] != "。":
        if at.text[-1] in "：:" and ANNOUNCING_RE.search(at.text):
            return is_short(s)
        at = at.prev
    return is_short(s) and at is not None and at.prose and at.text[-1] in "：:"


def run_of_lines(s: Sight) -> bool:
    """One of five or more short lines in a row: verse, or a list; no headline has so many."""
    below = s.next
    if not _loose(s) or s.prev is None or not _loose(s.prev) or below is None or _text_soon(s):
        return False
    count = 1
    for step in ("prev", "next"):
        at = s.prev if step == "prev" else s.next
        while at is not None and count < RUN and _loose(at):
            count, at = count + 1, (at.prev if step == "prev" else at.next)
    return count >= RUN


def _text_soon(s: Sight) -> bool:
    """A paragraph within the next three units: these lines may be its headline and its makers."""
    at = s.next
    for _ in range(3):
        if at is None or at.furniture is not None or at.repeat:
            return False
        if at.prose or at.lede or at.signed:
            return True
        at = at.next
    return False


def _loose(s: Sight) -> bool:
    return is_short(s) and s.furniture is None and not s.signed and not s.repeat and not s.lede and not s.teaser and not dashed(s)


def contact_line(s: Sight) -> bool:
    return s.colophon or (len(s.text) <= 80 and CONTACT_RE.search(fold(s.text)) is not None)


def colophon_first(s: Sight) -> bool:
    return s.colophon and (s.prev is None or not s.prev.colophon)


def cut_inline(s: Sight) -> bool:
    """The last words on a line that the dump cut: `张英杰指出,住宅物业服务管`."""
    return s.unit.inline and not s.closed and regex.search(r"[，,；]", s.text) is not None


def no_gap(s: Sight) -> bool:
    return is_short(s) and s.habits.gap_before_heads and not s.unit.blank and not s.after_furniture and s.prev is not None and s.prev.likely_text


def goes_on(s: Sight) -> bool:
    return s.open_before and not s.unit.inline


def cannot_begin(s: Sight) -> bool:
    return s.text[0] in "，。、；：！？,;!?）)”」』》…·"


def nothing_open(s: Sight) -> bool:
    return not s.open_before


def begins_paragraph(s: Sight) -> bool:
    return s.habits.indented >= 0.7 and s.indent >= 2 and not s.unit.inline


def dialogue(s: Sight) -> bool:
    return is_short(s) and s.text[0] in "“「" and s.closed and s.text[-1] in "。！？”」"


def closed_line(s: Sight) -> bool:
    return is_short(s) and s.text[-1] in "。！？!?”」』…" and not repeated(s)


def full_stop(s: Sight) -> bool:
    return is_short(s) and s.text[-1] == "。"


SHAPE_RULES = (
    Rule("paragraph", "A long line with full stops is text.", {"text": 10, "last": 8, "headline": -30, "crosshead": -30, "section": -40, "notice_head": -30, "turned": 4, "title": -20},
         is_prose, ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",), ("全市举行大会",)),
    Rule("short_line", "A short line without a full stop may be a heading.", {"headline": 2, "crosshead": -4, "section": -8, "text": -5, "caption": -8, "aside": -8, "last": -4, "notice": -4},
         is_short, ("全市举行大会",), ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",)),
    Rule("copied", "A headline that was printed just before.", {"again": 34}, copied, ("李哲调研春耕工作\n→李哲调研春耕工作",), ("→李哲调研春耕工作\n李哲调研春耕工作",)),
    Rule("repeated", "Only headlines are printed twice.", {"headline": 26, "crosshead": -20, "text": -20, "section": -8, "byline": -10},
         repeated, ("→李哲调研春耕工作\n李哲调研春耕工作", "市城管局 现场解读 服务群众零距离\n→现场解读 服务群众零距离"), ("李哲调研春耕工作\n→李明调研秋收情况",)),
    Rule("in_contents", "The table of contents names it.", {"headline": 16, "crosshead": -10, "text": -10, "section": -10}, listed,
         ("老街的钟准了 >>见A03版\n→老街的钟准了",), ("老街的钟准了 >>见A03版\n→老街的灯亮了",)),
    Rule("dash_before", "A dash opens the subheadline.", {"headline": 14, "crosshead": -8, "section": -20, "text": -6, "byline": -20, "signature": -20}, dashed,
         ("——濂水湿地护鸟人的一天",), ("一九四九——一九五九",)),
    Rule("above_lede", "What stands over a lede is its headline.", {"headline": 6, "crosshead": -8}, above_lede,
         ("→槐川3村上榜\n本报讯（记者 李明）昨天，名单公布。",), ("→槐川3村上榜\n昨天，名单公布，三个村上榜。",)),
    Rule("above_byline", "What stands over a line of makers is its headline.", {"headline": 6, "crosshead": -6, "section": -4}, above_byline,
         ("→一个人的标本馆\n□ 本报记者 尹小满",), ("→一个人的标本馆\n生命科学楼一层最里头那间屋子没有门牌。",)),
    Rule("flush_left", "Where paragraphs are indented, a short line that is not is a heading.", {"headline": 4, "text": -4, "crosshead": 0}, flush, (), ()),
    Rule("indented_short", "A short line with the paragraphs' indentation belongs to the text.", {"headline": -8, "crosshead": 6, "section": -6, "text": 2}, indented_as_text, (), ()),
    Rule("centred", "A short line set deeper than the paragraphs is a crosshead.", {"crosshead": 10, "headline": -6, "section": -6, "text": 0}, centred, (), ()),
    Rule("after_gap", "Where paragraphs stand close, a blank line parts articles.", {"headline": 5, "section": 4, "crosshead": -3, "notice_head": 4}, after_gap, (), ()),
    Rule("below_furniture", "Below a page header an item begins.", {"headline": 4, "section": 4, "crosshead": -11, "notice_head": 3, "teaser_head": 2}, below_furniture,
         ("第2版:综合新闻\n→四条公交开进小区",), ("四条公交开进小区\n→三条公交停开",)),
    Rule("two_parts", "Two phrases with a space between are a headline's way of speaking.", {"headline": 5, "section": -8, "text": -3, "crosshead": 0}, two_parts,
         ("档案会说话 历史在身边",), ("记者 王丽", "本报记者  栗向荣  司马澄")),
    Rule("letter_spaced", "Large type was set with spaces between the characters.", {"headline": 6, "crosshead": -2}, letter_spaced, ("華 埠 安 老 院 昨 奠 基",), ("王 丽",)),
    Rule("sentence_end", "Headlines do not end with a comma or a full stop.", {"headline": -14, "section": -20, "crosshead": -14, "text": 6, "notice_head": -10}, ends_as_sentence,
         ("我一下子没忍住眼泪。", "竹板一打响叮当，"), ("谢谢雨夜里的那束手电",)),
    Rule("quoted_end", "A quotation with its full stop is more often text than headline.", {"headline": -4, "crosshead": -8, "section": -10, "text": 3}, ends_quoted,
         ("“他不是坏，是累。”",), ("“板凳书记”",)),
    Rule("colon_end", "A line that ends with a colon announces what follows.", {"headline": -3, "crosshead": -4, "section": -8, "text": 5}, ends_with_colon, ("线路分别为：",), ("线路：四条",)),
    Rule("full_stop_end", "A short sentence with its full stop is a paragraph.", {"text": 5}, full_stop, ("滞后的那一件，是城北客运站搬迁。",), ("城北客运站搬迁",)),
    Rule("closed_end", "So is one that ends with a question, an exclamation or a closing quotation mark, less surely.", {"text": 3, "crosshead": -1, "section": -8}, closed_line,
         ("一粒小米，凭啥？",), ("一粒小米的身价",)),
    Rule("dialogue", "Speech is text.", {"text": 4, "headline": -4, "crosshead": -4}, dialogue, ("“太早了，没赶上。”",), ("“板凳书记”的板凳坐不热",)),
    Rule("very_long", "Few headlines run so long.", {"headline": -5, "section": -20, "crosshead": -10}, long_line,
         ("李哲会见北京某某农林科技集团有限责任公司常务副总经理陈某某以及同行的其他各位客人一行",), ("李哲会见客人",)),
    Rule("tiny", "A headline has more than three characters.", {"headline": -6, "crosshead": 0}, tiny, ("健康",), ("健康生活每一天",)),
    Rule("same_line", "What follows on the same line is seldom a headline or a label.", {"headline": -16, "section": -20, "crosshead": 3, "notice_head": -14, "title": -30, "teaser_head": -10}, inline, (), ()),
    Rule("numbered", "一、 第二章 其三: counted headings stand within a text.", {"crosshead": 6, "headline": -8, "section": -12, "byline": -10}, numbered,
         ("一、师傅要有名分", "第二章  设置与渡运"), ("一个人的标本馆", "一锤定音")),
    Rule("list_item", "Counted sentences are text.", {"text": 6, "headline": -4}, list_item, ("二、用户不得自行放水；",), ("二、徒弟",)),
    Rule("salutation", "编辑同志： opens a letter.", {"text": 14, "headline": -14, "section": -20, "crosshead": -12, "byline": -30, "signature": -30}, salutation,
         ("编辑同志：", "編輯先生：松街之路燈，不亮已五十日。"), ("编辑手记", "问题出在哪里")),
    Rule("box_heading", "新闻链接, 记者手记 head a box inside the article.", {"crosshead": 10, "section": -2, "headline": -8, "byline": -20, "signature": -20}, box_word,
         ("新闻链接", "■核心提示"), ("新闻中心",)),
    Rule("known_label", "The name of a column, 栏目, stands over its articles.", {"section": 20, "crosshead": -4, "headline": -8, "byline": -20, "signature": -20, "text": -8}, known_label,
         ("政务动态", "讀者投書", "詩　壇"), ("读者",)),
    Rule("label_ending", "Columns are called so: …动态, …短波, …信箱, …论坛.", {"section": 14, "headline": -8, "byline": -14, "signature": -14}, label_ending,
         ("神州短波", "技术之窗"), ("市政协开辟新闻短波节目一览表", "他把信投进信箱，转身走了")),
    Rule("label_in_brackets", "So is a word alone in brackets.", {"section": 16, "headline": -6, "crosshead": -4}, wrapped_label,
         ("【我为群众办实事】",), ("（闻　笛）", "（上接第一版）")),
    Rule("short_above_headline", "A word above a headline is a label.", {"section": 9}, short_above_head,
         ("→灯下谈\n一句坏了里缺了什么",), ("→灯下谈\n灯下",)),
    Rule("no_label", "A label has no numbers, no commas and few characters.", {"section": -14}, too_long_for_label, ("槐川3村上榜", "以新气象新作为推动高质量发展取得新成效"), ("今日谈",)),
    Rule("column_field", "专栏: in a database field names the column.", {"section": 99, "furniture": -99}, column_field, ("专栏:国际短波",), ("专栏:",)),
    Rule("amid_text", "Between two paragraphs stands a crosshead rather than a headline.", {"crosshead": 6, "headline": -2}, amid_text,
         ("昨天，全市举行大会，会议很长。\n→小作坊连成长链条\n走进产业园，生产线依次排开。",), ("→小作坊连成长链条\n走进产业园，生产线依次排开。",)),
    Rule("parallel", "Crossheads of one article are built alike.", {"crosshead": 6, "headline": -3}, parallel,
         ("→第一条板凳：听骂\n他没有好脸色，一坐半晌。\n第二条板凳：找水",), ("→第一条板凳\n他没有好脸色，一坐半晌。\n水来了",)),
    Rule("goes_on", "The text before it stopped in mid-sentence.", {"more": 20, "text": -10, "last": -2, "headline": -3, "crosshead": -8, "lede": -4}, goes_on,
         ("会议强调，要抓好落实，多做打基础、利长\n\n→远的好事，不搞盆景工程，不吹数字泡沫。",), ("会议强调，要抓好落实。\n\n→远的好事，不搞盆景工程，不吹数字泡沫。",)),
    Rule("cannot_begin", "No paragraph begins with such a mark.", {"more": 14, "text": -6, "headline": -14, "crosshead": -14}, cannot_begin, ("，已有七户签了合同。",), ("“已有七户签了合同。”",)),
    Rule("nothing_open", "There is no sentence to go on with.", {"more": -34}, nothing_open, ("会议强调，要抓好落实。\n→远的好事，不搞盆景工程，不吹数字泡沫。",),
         ("会议强调，要抓好落实，多做打基础、利长\n→远的好事，不搞盆景工程，不吹数字泡沫。",)),
    Rule("indented_paragraph", "Where paragraphs are indented, an indented line begins one.", {"more": -12}, begins_paragraph, (), ()),
    Rule("announced_list", "A paragraph that ends with a colon announces the lines below it.", {"text": 9, "headline": -8, "crosshead": 3, "more": -24, "byline": -10, "signature": -10, "section": -6},
         in_announced_list, ("选出的职员名单如下，共有十人，均为义务工作，任期为一年，名单录后：\n→主席：雷卓生　副主席：方绍文",), ("选出的职员名单如下，共有十人，均为义务工作，任期为一年。\n→主席谈安老院",)),
    Rule("run_of_lines", "Verse and lists come in many short lines; a headline block does not.", {"text": 9, "headline": -7, "crosshead": -2, "section": -4, "byline": -3}, run_of_lines,
         ("跑道把自己弯成手镯\n套在傍晚的腕上\n→每一个人都在追\n丢下的影子\n吹哨的人走了",), ("学校开展接待日\n→百场接访活动\n本报讯（记者 李明）昨天，学校开展活动。",)),
    Rule("contact_line", "An address or a number to call belongs to a notice's text.", {"text": 10, "headline": -14, "section": -20, "crosshead": -10, "more": -20, "notice": 4}, contact_line,
         ("松街三一八號　電話：五五五－〇一八八",), ("电话里的声音",)),
    Rule("colophon_first", "Several of them make a box.", {"notice": 40}, colophon_first,
         ("→编辑部电话:0888-5550163\n邮箱:ldxb@lanjiang.example\n地址:学府路88号 邮编:000823 电话:5550165",), ("编辑部电话:0888-5550163",)),
    Rule("cut_inline", "A line may end in mid-sentence with the first words of a paragraph.", {"text": 14, "crosshead": -8, "headline": -8}, cut_inline,
         ("检查组认为，全市各县都做了许多工作，取得了很好的成绩，应当肯定。 →张英指出,住宅物业服务管",), ("张英指出,住宅物业服务管",)),
    Rule("no_gap_before", "Where headlines have a blank line before them, a short line without one is a crosshead.", {"headline": -9, "crosshead": 4, "section": -5}, no_gap, (), ()),
    Rule("new_topic", "Below a new headline the text speaks of other things.", {"headline": 9, "crosshead": -3}, new_topic, (), ()),
    Rule("same_topic", "Below a crosshead the text goes on about the same.", {"crosshead": 4, "headline": -2}, same_topic, (), ()),
    Rule("many_clauses", "A line of several clauses is a sentence.", {"text": 6, "headline": -8, "crosshead": -6}, many_clauses,
         ("下次再听见“基本上”，不妨举手问一句：基本以外的那一点，是什么？",), ("停电十七分钟，该问的是十七年",)),
    Rule("figures", "A row of figures belongs to a table.", {"text": 10, "headline": -10, "section": -10, "crosshead": -6}, figures,
         ("2013 年　5,310",), ("90分钟0射正 金湖队客场吞三蛋",)),
    Rule("after_back", "Behind 上接第一版 the text goes on.", {"text": 14, "headline": -14, "crosshead": -14, "section": -14}, after_back,
         ("（上接第一版）\n→头练。”",), ("（上接第一版）卖了两千万元。\n→头练。”",)),
    Rule("box_with_heading", "A box with a heading of its own is an item.", {"section": 20, "crosshead": -16}, headed_box,
         ("→相关链接\n捡到钱物别犯愁 法律早有说法\n捡到别人的东西，能不能要报酬？律师公孙毅介绍，按照物权法的规定，拾得者有归还的义务，也可以交给公安机关。",),
         ("→新闻链接\n提前发车的18条线路为：3路、5路、8路、11路。",)),
    Rule("cut_by_page", "A page may end in mid-sentence.", {"text": 10, "headline": -4, "crosshead": -4}, cut_by_page,
         ("2点25分，血送到手术室门口，没有人顾得上说谢谢。\n→老谭靠在车门上\n第2版：综合新闻",), ("2点25分，血送到手术室门口，没有人顾得上说谢谢。\n→老谭靠在车门上\n他点了一支烟，没抽，又掐了。",)),
    Rule("letter_date", "A letter ends with its date and place.", {"dated": 20, "headline": -12, "crosshead": -14, "signature": -10, "byline": -20}, letter_date,
         ("我把钥匙寄出，请查收。\n→九月三日　广州",), ("九月三日的雨",)),
    Rule("issuing_body", "A notice ends with the body that issues it.", {"text": 12, "headline": -12, "crosshead": -8, "byline": -8, "section": -10}, issuing_body,
         ("请用户提前储水，做好准备，敬请谅解。\n→瀚城市自来水公司第二营业所\n2013年9月11日",), ("→瀚城市自来水公司\n昨天，记者来到公司，见到了经理。",)),
    Rule("several_names_below", "Over a list of names stands what they are named for.", {"crosshead": 8, "headline": -8}, several_names_below,
         ("→一等奖（４名）\n闻　达　　巫山青　　令狐长河",), ("→一等奖\n闻　达",)),
    Rule("no_text_below", "Makers above a text have a text below them.", {"byline": -12}, nothing_below, ("→湖南农村\n寄宿生免费喝牛奶",), ("→安之若\n有群众在网上反映路灯不亮，三天后收到两个字。",)),
    Rule("above_heading", "A crosshead has text below it.", {"crosshead": -8}, above_heading, ("→奋战一季度 冲刺开门红\n一粒小米的身价",), ("→老种子\n它产量低、秆子软，一刮风就倒，年轻人嫌它费腰。",)),
    Rule("passed_on", "Laws and communiqués carry in brackets when they were passed.", {"headline": 14, "text": -8}, dated_bracket,
         ("内河渡口管理办法\n→（2004年4月28日国家渡运管理局局务会议通过）",), ("内河渡口管理办法\n→（图片）",)),
    Rule("bracketed_line", "A line in brackets is a note to the text.", {"text": 10, "headline": -10, "crosshead": -8, "section": -14}, bracketed_line,
         ("（以上排名不分先后）",), ("（闻　笛）",)),
    Rule("quotation_begins", "A paragraph that opens with a quotation seldom goes on with the one before it.", {"more": -16}, quotation_begins,
         ("他把瓶子对着光看了很久，像在判断一件事，放下\n→「抽屜裡的口香糖還在。」他說，請問可以帶走嗎？",), ("他把瓶子对着光看了很久，放下来说：\n→「抽屜裡的口香糖還在。」他說，請問可以帶走嗎？",)),
    Rule("above_dash", "Over a subheadline that a dash opens stands its headline.", {"headline": 16, "text": -8, "crosshead": -8, "section": -10}, above_dash,
         ("→“让每一滴水都流到根下”\n——我市抗旱一线见闻",), ("→“让每一滴水都流到根下”\n我市抗旱一线见闻",)),
    Rule("after_rule", "A rule across the page parts two items.", {"headline": 8, "section": 8, "notice_head": 8, "text": -8, "crosshead": -8}, after_rule,
         ("────────────\n→燈光節",), ("燈光節\n→議事亭前地亮起燈飾",)),
    Rule("label_mark", "A column's name may be closed by a mark.", {"section": 14, "headline": -4}, label_mark, ("自由開講》",), ("《铁匠铺》",)),
    Rule("reference_mark", "※ stands before a remark.", {"text": 10, "headline": -14, "section": -20, "crosshead": -12}, reference_mark,
         ("※飲酒過量，有害健康，酒後不開車※",), ("“※”是什么意思",)),
    Rule("after_navigation", "An e-paper puts 上一篇 下一篇 between its articles.", {"headline": 6, "text": -8, "more": -40, "crosshead": -14, "byline": -10}, after_navigation,
         ("上一篇　下一篇\n→猫卡在空调外机后",), ("猫卡在空调外机后\n→三户人家停冷气",)),
    Rule("flush_among_indented", "Where every paragraph is indented, a line that is not is none.", {"text": -8}, flush_among_indented, (), ()),
    Rule("flush_in_wrapped", "Where wrapped paragraphs are indented, a sentence at the margin is the rest of one.", {"more": 44, "text": -4}, flush_in_wrapped, (), ()),
    Rule("text_below_furniture", "A paragraph right below a page header is a little odd.", {"text": -2}, prose_below_furniture,
         ("第2版:综合新闻\n→昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",), ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",)),
)  # fmt: skip
