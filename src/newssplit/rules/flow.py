"""Signs of running text: what is a paragraph, what goes on with the one before it, what begins anew."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.patterns import re
from newssplit.rules.examples import OPEN_TABLE, WELL, gapped, indented, wrapped
from newssplit.rules.headings import dated_bracket
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import (
    ABOVE_FURNITURE,
    AFTER_FURNITURE,
    BEGUN,
    BELOW_FURNITURE,
    COLON,
    ENDED,
    INDENTING,
    INLINE,
    LINE,
    NOTED,
    OPEN,
    PROSE,
    REPEAT,
    WRAPPING,
)

COMMA_RE = re.compile(r"[，,；]")
ENDED_RE = re.compile(r"[。！？][”」』]?(?:[（(].{2,30}[）)])?$")


@cache
def _part_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Question and answer, a lesson's parts, where and when, a note: no rest of a sentence begins so."""
    return re.compile(rf"(?:[问答]|[^\W\d_]{{0,2}}{any_of(lexicon.words('openings', 'parts'), spaced=False)})[：:]")


@cache
def _contact_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Where somebody can be reached: `电话：0917-3210987`."""
    return re.compile(any_of(lexicon.words("notices", "contacts"), spaced=False) + r"\s?[：:]\s?\S{4,}")


def copied(s: Sight) -> bool:
    """A line that opens with a dateline is no headline, however much it looks like the one above it."""
    return s.repeat in ("whole", "half") and (s.lede is None or not s.lede.mark)


def repeated(s: Sight) -> bool:
    """Printed twice in a block. A column's name is no headline for that: a site's title line, 站名-栏目-标题, has it, too."""
    return s.repeat in ("first", "whole", "half") and not (s.repeat == "first" and (known_label(s) or label_ending(s)))


def listed(s: Sight) -> bool:
    return s.listed


def is_prose(s: Sight) -> bool:
    return s.prose


def prose_below_furniture(s: Sight) -> bool:
    return s.prose and s.after_furniture and not s.open_before


def inline(s: Sight) -> bool:
    return s.unit.inline


def after_back(s: Sight) -> bool:
    above = s.prev
    return (
        above is not None
        and above.turned is not None
        and above.turned.start == 0
        and above.turned.end >= len(above.text)
        and not s.repeat
    )


def cut_by_page(s: Sight) -> bool:
    return s.cut_by_page


def cut_in_column(s: Sight) -> bool:
    return s.cut_in_column


def bracketed_line(s: Sight) -> bool:
    return (
        s.text[0] in "（("
        and s.text[-1] in "）)"
        and s.headlike
        and not s.line_makers
        and not s.lede
        and not s.turned
        and not s.onward
        and not dated_bracket(s)
    )


def quotation_begins(s: Sight) -> bool:
    return s.text[0] in "“「『" and (s.prev is None or s.prev.text[-1] not in "，,：:、")


def reference_mark(s: Sight) -> bool:
    return s.text[0] in "※＊*" and len(s.text) > 8


def after_navigation(s: Sight) -> bool:
    return s.prev is not None and s.prev.furniture is not None and s.prev.furniture.parts


def _fills_its_line(s: Sight) -> bool:
    """Whether the last line of a wrapped unit is as long as its first."""
    breaks = s.unit.breaks
    return bool(breaks) and len(s.text) - breaks[-1] >= breaks[0] - 1


def flush_in_wrapped(s: Sight) -> bool:
    """In a wrapped dump with indented paragraphs, a sentence at the margin goes on with the line above."""
    h = s.habits
    above = s.prev
    return (
        h.wrapped and h.indented >= 0.7 and s.unit.indent < 2 and not s.unit.inline and not s.unit.blank and ENDED_RE.search(s.text) is not None
        and above is not None and above.wordy and above.furniture is None and not s.lede and not s.repeat
        and not above.onward and not s.likely_caption and _fills_its_line(above)
    )  # fmt: skip


def contact_line(s: Sight) -> bool:
    return s.colophon or (len(s.text) <= 80 and _contact_re(s.lexicon).search(s.folded) is not None)


def colophon_first(s: Sight) -> bool:
    return s.colophon and (s.prev is None or not s.prev.colophon)


def cut_inline(s: Sight) -> bool:
    """The last words on a line that the dump cut: `张英杰指出,住宅物业服务管`."""
    return s.unit.inline and not s.closed and COMMA_RE.search(s.text) is not None


def goes_on(s: Sight) -> bool:
    return s.open_before and not s.unit.inline


def heads_something(s: Sight) -> bool:
    return s.open_before and s.heads_something


def heads_by_habit(s: Sight) -> bool:
    return heads_something(s) and (s.habits.gap_before_heads if s.unit.blank else s.habits.indent_tells)


def cannot_begin(s: Sight) -> bool:
    return s.text[0] in "，。、；：！？,;!?）)”」』》…·"


def named_part(s: Sight) -> bool:
    return _part_re(s.lexicon).match(s.folded) is not None


def nothing_open(s: Sight) -> bool:
    return not s.open_before


def begins_paragraph(s: Sight) -> bool:
    return s.habits.indented >= 0.7 and s.unit.indent >= 2 and not s.unit.inline


FLOW_RULES = (
    Rule("copied", "A headline that was printed just before is printed again.", copied, ("李哲调研春耕工作\n→李哲调研春耕工作",), ("→李哲调研春耕工作\n李哲调研春耕工作",), admits=("again",), needs=REPEAT),
    Rule("repeated", "Of all that a page prints only headlines are printed twice.", repeated, ("→李哲调研春耕工作\n李哲调研春耕工作", "市城管局 现场解读 服务群众零距离\n→现场解读 服务群众零距离",
          f"李哲调研春耕工作\n{WELL}\n（上接第一版）\n→李哲调研春耕工作"),
         (f"李哲调研春耕工作\n{WELL}\n→李哲调研春耕工作", "李哲调研春耕工作\n→李明调研秋收情况", "西江晚报-心灵健康讲堂-一盏灯照亮了整条老街\n→心灵健康讲堂\n一盏灯照亮了整条老街"), needs=REPEAT),
    Rule("in_contents", "A line that the table of contents names is a headline.", listed,
         ("老街的钟准了 >>见A03版\n→老街的钟准了",), ("老街的钟准了 >>见A03版\n→老街的灯亮了",), needs=NOTED),
    Rule("paragraph", "A long line with full stops is text.", is_prose, ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",), ("全市举行大会",), needs=PROSE),
    Rule("same_line", "What follows on the same line is seldom a headline or a label.", inline, ('会议指出，要抓好落实，一件一件办，办一件成一件。　　→会议强调，要久久为功，一年接着一年干。',), ('会议指出，要抓好落实，一件一件办，办一件成一件。\n→会议强调，要久久为功，一年接着一年干。',), needs=INLINE),
    Rule("goes_on", "A line goes on with the text above it where that stopped in mid-sentence.", goes_on,
         ("会议强调，要抓好落实，一件一件办，办一件成一件，让群众看得见、摸得着、信得过，多做打基础、利长\n\n→远的好事，不搞盆景工程，不吹数字泡沫。",), ("会议强调，要抓好落实。\n\n→远的好事，不搞盆景工程，不吹数字泡沫。",), needs=OPEN),
    Rule("heads_something", "The rest of a sentence ends as a sentence ends, so a short line that does not is a heading.", heads_something,
         ("白城铁马队：12.冷军、2.鲍春、4.谈军、6.耿大勇、21.郭勒、15.时亮、17.莫日、27.费德罗\n\n→海边看球", indented(f"{OPEN_TABLE}\n→井台边的规矩")),
         (indented(f"{OPEN_TABLE}\n　　→井台边的规矩"), "白城铁马队：12.冷军、2.鲍春、4.谈军、6.耿大勇、21.郭勒、15.时亮、17.莫日、27.费德罗\n→海边看球",
          "会议强调，要抓好落实，一件一件办，办一件成一件，让群众看得见、摸得着、信得过，多做打基础、利长\n\n→远的好事，不搞盆景工程，不吹数字泡沫。"), needs=LINE | OPEN),
    Rule("heads_by_habit", "A line that stands as all headlines of this dump do, and as no paragraph does, is not the rest of a sentence.", heads_by_habit,
         (gapped(f"{OPEN_TABLE}\n\n→井台边的规矩"), indented(f"{OPEN_TABLE}\n→井台边的规矩")),
         (gapped(f"{OPEN_TABLE}\n→井台边的规矩"), indented(f"{OPEN_TABLE}\n　　→井台边的规矩")), needs=LINE | OPEN),
    Rule("cannot_begin", "No paragraph begins with a comma, a full stop or a closing bracket.", cannot_begin, ("，已有七户签了合同。",), ("“已有七户签了合同。”",), needs=BEGUN),
    Rule("named_part", "A word that says what follows, with a colon behind it, begins a paragraph: 解析： or 答：.", named_part,
         ("例题：The storm left more than 3,000 homes without power (D) was left\n→解析：本句缺少主要动词，且叙述过去发生的事，应使用过去式。",), ("→他说：“本句缺少主要动词，且叙述过去发生的事，应使用过去式。”", "→这道题目的解析：本句缺少主要动词，且叙述过去发生的事，应使用过去式。"), needs=COLON),
    Rule("nothing_open", "A line cannot go on with the text above it where that has ended with a full stop.", nothing_open, ("会议强调，要抓好落实。\n→远的好事，不搞盆景工程，不吹数字泡沫。",),
         ("会议强调，要抓好落实，一件一件办，办一件成一件，让群众看得见、摸得着、信得过，多做打基础、利长\n→远的好事，不搞盆景工程，不吹数字泡沫。",)),
    Rule("indented_paragraph", "Where paragraphs are indented, an indented line begins one.", begins_paragraph, (indented('　　→他说'),), (indented('→他说'),), needs=INDENTING),
    Rule("contact_line", "An address or a number to call belongs to a notice's text.", contact_line,
         ("松街三一八號　電話：五五五－〇一八八",), ("电话里的声音",), needs=COLON),
    Rule("colophon_first", "Several lines of addresses and numbers to call make a box of their own.", colophon_first,
         ("→编辑部电话:0888-5550163\n邮箱:ldxb@lanjiang.example\n地址:学府路88号 邮编:000823 电话:5550165",), ("编辑部电话:0888-5550163",), admits=("notice",), needs=NOTED),
    Rule("cut_inline", "A line may end in mid-sentence with the first words of a further paragraph.", cut_inline,
         ("检查组认为，全市各县都做了许多工作，取得了很好的成绩，应当肯定。 →张英指出,住宅物业服务管",), ("张英指出,住宅物业服务管",), needs=INLINE),
    Rule("after_back", "A line below 上接第一版 goes on with the text of the article.", after_back,
         ("（上接第一版）\n→头练。”",), ("（上接第一版）卖了两千万元。\n→头练。”",), needs=NOTED),
    Rule("cut_by_page", "The last line of a page may break off in mid-sentence.", cut_by_page,
         ("2点25分，血送到手术室门口，没有人顾得上说谢谢。\n→老谭靠在车门上\n第2版：综合新闻",), ("2点25分，血送到手术室门口，没有人顾得上说谢谢。\n→老谭靠在车门上\n他点了一支烟，没抽，又掐了。",), needs=BELOW_FURNITURE),
    Rule("cut_in_column", "Where paragraphs alone are indented, an indented line above a sentence at the margin is the sentence's beginning.",
         cut_in_column,
         (indented("　　→井水送检以后", below="村里把化验单贴在井台边，老人们提着水桶来打水，井台边又排起了队。"),
          indented("　　→井水送检以后", below="第 3 页\n村里把化验单贴在井台边，老人们提着水桶来打水，井台边又排起了队。")),
         (indented("　　→井水送检以后"), indented("→井水送检以后", below="村里把化验单贴在井台边，老人们提着水桶来打水，井台边又排起了队。")), needs=LINE | INDENTING),
    Rule("bracketed_line", "A line in brackets is a note to the text.", bracketed_line,
         ("（以上排名不分先后）",), ("（闻　笛）",), needs=LINE | BEGUN | ENDED),
    Rule("quotation_begins", "A paragraph that opens with a quotation seldom goes on with the one before it.", quotation_begins,
         ("他把瓶子对着光看了很久，像在判断一件事，放下\n→「抽屜裡的口香糖還在。」他說，請問可以帶走嗎？",), ("他把瓶子对着光看了很久，放下来说：\n→「抽屜裡的口香糖還在。」他說，請問可以帶走嗎？",), needs=BEGUN),
    Rule("reference_mark", "A line that begins with ※ is a remark to the text.", reference_mark,
         ("※飲酒過量，有害健康，酒後不開車※",), ("“※”是什么意思",), needs=BEGUN),
    Rule("after_navigation", "An e-paper puts 上一篇 下一篇 between its articles.", after_navigation,
         ("上一篇\n→猫卡在空调外机后",), ("猫卡在空调外机后\n→三户人家停冷气",), needs=ABOVE_FURNITURE),
    Rule("flush_in_wrapped", "Where wrapped paragraphs are indented, a sentence at the margin is the rest of one.", flush_in_wrapped, (wrapped('→有人来问过许多次。'),), (wrapped('　　→有人来问过许多次。'),), needs=INDENTING | WRAPPING),
    Rule("text_below_furniture", "Right below a page header stands a headline more often than a paragraph.", prose_below_furniture,
         ("第2版:综合新闻\n→昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",), ("全市大会昨天举行\n→昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",), needs=PROSE | AFTER_FURNITURE),
)  # fmt: skip
