"""Signs of text in short lines: speech, lists, verse, tables, the end of a letter or a notice."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon
from newssplit.patterns import re, regex
from newssplit.rules.crossheads import numbered
from newssplit.rules.examples import indented
from newssplit.rules.flow import repeated
from newssplit.rules.lists import LIST
from newssplit.rules.rule import Rule
from newssplit.rules.runs import run_of_lines
from newssplit.rules.sight import Sight
from newssplit.rules.signs import ANNOUNCED, BEGUN, COLON, ENDED, ENDING, IN_RUN, INDENTING, MIXED, NO_TEXT_BELOW, VERSE

LIST_ITEM_RE = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]")
TIME_RE = re.compile(r"(?:(?:周|星期|礼拜|禮拜|週)[一二三四五六日天]\s*)?\d{1,2}\s?[:：]\s?\d\d(?!\d)")
SCORE_RE = re.compile(r"[^\W\d_]{2,8}\s?\d{1,3}\s?(?:比|[:：∶—－-])\s?\d{1,3}\s?[^\W\d_]{2,8}")
SPEAKER_RE = regex.compile(r"(?:[QA]|\p{Han}{1,5})\d?[：:]\s?\S{2}")
SAID_RE = re.compile(r"[。？！?!][”」]?$|）$")
WORD_FIRST_RE = re.compile(r"^[“「][^”」]*[^。！？!?，,…”」][”」]")
CLAUSE_RE = re.compile(r"[，,；。？！：:](?=[^”」』])")
COMMA_RE = re.compile(r"[，,；]")
LETTER_DATE_RE = regex.compile(
    r"(?:(?:[\d一二三四五六七八九十〇○零]{2,4}|[\d\s]{4,6})\s?年)?\s?[\d一二三四五六七八九十\s]{1,4}月\s?[\d一二三四五六七八九十\s]{1,4}日?(?:[\s于於夜晨晚]*\p{Han}{2,8})?"
)
BODY_RE = regex.compile(r"\p{Han}{3,27}")
ENTRY_RE = regex.compile(r"\p{Han}{2,5}[：:]\s?[^：:]+$")
DIGIT_RE = re.compile(r"\d")


@cache
def _salutation_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Whom a letter speaks to, `编辑同志：`, or who speaks: `问：`."""
    whom, how = lexicon.one_of("letters.addressed"), lexicon.one_of("letters.titles")
    respects, speakers = lexicon.one_of("letters.respects"), lexicon.one_of("letters.speakers")
    return re.compile(rf"{respects}?{whom}{how}{{0,4}}(?:的[^：:]{{0,6}}{how}{{0,4}})?[：:]|{speakers}[：:]")


@cache
def _forecast_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A station that issues a forecast: `滨海市气象台昨日17时发布`."""
    who, what = lexicon.one_of("notices.stations"), lexicon.one_of("notices.issued")
    return re.compile(rf"{who}.{{0,12}}{what}$")


@cache
def below_table_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What a line below a table begins with: 数据来源：."""
    return re.compile(lexicon.one_of("captions.tables") + r"\s?[：:]")


def list_item(s: Sight) -> bool:
    return s.headlike and LIST_ITEM_RE.match(s.text) is not None and (s.closed or len(s.key) > 16)


def salutation(s: Sight) -> bool:
    return s.headlike and _salutation_re(s.lexicon).match(s.folded) is not None


def letter_closing(s: Sight) -> bool:
    """此致 / 敬礼: how a letter closes, above the name of who wrote it."""
    return s.headlike and s.key in s.lexicon.wordset("letters", "closings")


def many_clauses(s: Sight) -> bool:
    return s.headlike and s.closed and len(CLAUSE_RE.findall(s.text)) >= 2


def cut_clauses(s: Sight) -> bool:
    return s.headlike and not s.closed and len(s.key) > 16 and len(COMMA_RE.findall(s.text)) >= 2


def letter_date(s: Sight) -> bool:
    """When and where a letter or a notice was written, on a line of its own."""
    return (
        s.headlike
        and "月" in s.text
        and s.prev is not None
        and s.prev.furniture is None
        and LETTER_DATE_RE.fullmatch(s.folded) is not None
    )


def issuing_body(s: Sight) -> bool:
    """The body that issues a notice stands below it, over the date."""
    below, above = s.next, s.prev
    last = s.headlike and (below is None or below.furniture is not None or letter_date(below))
    return last and above is not None and above.likely_text and _names_a_body(s)


def _names_a_body(s: Sight) -> bool:
    return s.lexicon.ends(s.folded, "letters", "bodies") and BODY_RE.fullmatch(s.folded) is not None


def forecast_source(s: Sight) -> bool:
    return s.headlike and _forecast_re(s.lexicon).search(s.folded) is not None


def below_table(s: Sight) -> bool:
    return s.headlike and below_table_re(s.lexicon).match(s.folded) is not None


def figures(s: Sight) -> bool:
    """A row of a table: mostly digits."""
    digits = len(DIGIT_RE.findall(s.text))
    return digits > 0 and s.headlike and 5 * digits >= 2 * len("".join(s.text.split()))


def nothing_below(s: Sight) -> bool:
    below, seen = s.next, 0
    while below is not None and seen < LIST and below.furniture is not None and not below.furniture.ends:
        below, seen = below.next, seen + 1
    heading = (
        below is not None
        and below.headlike
        and below.text[-1] not in "。！？!?，；”」"
        and not below.line_makers
        and not below.lede
    )
    return below is None or below.furniture is not None or (heading and not run_of_lines(below))


def flush_among_indented(s: Sight) -> bool:
    return s.headlike and s.habits.indented >= 0.95 and s.unit.indent < 2 and not s.unit.inline and not s.open_before


def in_announced_list(s: Sight) -> bool:
    """Short lines after a paragraph that ends with a colon are what it announces."""
    return s.headlike and s.printed & ANNOUNCED > 0


def verse(s: Sight) -> bool:
    """The number of a part may stand among its lines."""
    return s.printed & VERSE > 0 and not numbered(s)


def dialogue(s: Sight) -> bool:
    """“…。”, “…，”他说。; 「停電」有幾種說法？ only begins with a word in quotation marks."""
    speech = s.headlike and s.text[0] in "“「" and s.closed and s.text[-1] in "。！？”」"
    return speech and (s.text[-1] in "”」" or WORD_FIRST_RE.match(s.text) is None)


def entry_line(s: Sight) -> bool:
    """年龄：68岁 above or below 学历：初中: a line of a table of data."""
    near = [n for n in (s.prev, s.next) if n is not None and n.headlike and ENTRY_RE.match(n.text)]
    return s.headlike and bool(near) and ENTRY_RE.match(s.text) is not None and not s.signed


def score_line(s: Sight) -> bool:
    """江东0比3临港 above or below 北原2比1海州."""
    if not s.headlike or SCORE_RE.fullmatch(s.text) is None:
        return False
    return any(n is not None and SCORE_RE.fullmatch(n.text) is not None for n in (s.prev, s.next))


def closed_line(s: Sight) -> bool:
    return s.headlike and s.text[-1] in "。！？!?”」』…" and not repeated(s)


def full_stop(s: Sight) -> bool:
    return s.headlike and s.text[-1] == "。"


def timetable(s: Sight) -> bool:
    return s.headlike and TIME_RE.match(s.text) is not None


def speaker(s: Sight) -> bool:
    """Who speaks, a colon, and what was said: 问：, Q：, 商报：."""
    return s.headlike and SPEAKER_RE.match(s.text) is not None and SAID_RE.search(s.text) is not None


SHORT_TEXT_RULES = (
    Rule("timetable", "A line that begins with a time of day belongs to a programme.", timetable,
         ("19:30 女排联赛 东区 对 西区", "周六　15：30　江东卫视　联赛第15轮"), ("1930年的一张照片", "周六的比赛"), needs=BEGUN),
    Rule("score_line", "Results of matches come in several lines of one form.", score_line,
         ("→江东0比3临港\n北原2比1海州",), ("→江东0比3临港\n昨天的比赛里，江东队没有一次射正，门将却扑出了五个球。",), needs=MIXED),
    Rule("speaker", "In an interview each line names the speaker first.", speaker,
         ("Q：钟最容易坏在哪里？", "商报：听说开拍前你在渡口卖了一个月的票？"), ("鹦鹉喊“着火”，喊来消防车",), needs=COLON),
    Rule("entry_line", "Data come in lines of one form, a word and a colon, as in 年龄：68岁.", entry_line,
         ("吴进丁小档案\n→年龄：68岁\n学历：初中毕业",), ("龙桥县：茶园里建起共享工坊\n→近日，龙桥县首个茶叶共享工坊在白沙镇建成投用，解决了小散户采得下、做不好的难题。",), needs=COLON),
    Rule("full_stop_end", "A short sentence with its full stop is a paragraph.", full_stop, ("滞后的那一件，是城北客运站搬迁。",), ("城北客运站搬迁",), needs=ENDED),
    Rule("closed_end", "A short line that ends with a question mark, an exclamation mark or a closing quotation mark is often a paragraph.", closed_line,
         ("一粒小米，凭啥？",), ("一粒小米的身价",), needs=ENDED),
    Rule("dialogue", "A line that somebody speaks, in quotation marks, is text.", dialogue, ("“太早了，没赶上。”", "“太早了，”他说。"), ("“板凳书记”的板凳坐不热", "“停电”有几种说法？"), needs=BEGUN | ENDED),
    Rule("list_item", "A counted sentence, 二、……；, is text.", list_item, ("二、用户不得自行放水；",), ("二、徒弟",), needs=BEGUN),
    Rule("salutation", "编辑同志： on a line of its own opens a letter.", salutation,
         ("编辑同志：", "編輯先生：松街之路燈，不亮已五十日。"), ("编辑手记", "问题出在哪里"), needs=COLON),
    Rule("letter_closing", "此致 and 敬礼 on lines of their own close a letter.", letter_closing, ("此致", "敬禮！", "此致敬礼"), ("致敬礼兵", "敬礼的孩子")),
    Rule("announced_list", "A paragraph that ends with a colon announces the lines below it.", in_announced_list, ("选出的职员名单如下，共有十人，均为义务工作，任期为一年，名单录后：\n→主席：雷卓生　副主席：方绍文",), ("选出的职员名单如下，共有十人，均为义务工作，任期为一年。\n→主席谈安老院",), needs=ANNOUNCED),
    Rule("run_of_lines", "Verse and lists come in many short lines; a headline block does not.", run_of_lines,
         ("跑道把自己弯成手镯\n套在傍晚的腕上\n→每一个人都在追\n丢下的影子\n吹哨的人走了",), ("学校开展接待日\n→百场接访活动\n本报讯（记者 李明）昨天，学校开展活动。",), needs=IN_RUN),
    Rule("verse", "Several short lines below a headline and its author are verse.", verse,
         ("晨渡\n□王　丽\n→船还没有来\n江面上一层薄雾\n有人在对岸咳嗽\n惊起两只水鸟\n老井又出水",), ("晨渡\n→船还没有来\n江面上一层薄雾\n有人在对岸咳嗽\n惊起两只水鸟\n老井又出水", "晨渡\n□王　丽\n→其一\n江面上一层薄雾\n有人在对岸咳嗽\n惊起两只水鸟\n老井又出水"), needs=VERSE),
    Rule("many_clauses", "A line of several clauses is a sentence.", many_clauses,
         ("下次再听见“基本上”，不妨举手问一句：基本以外的那一点，是什么？",), ("停电十七分钟，该问的是十七年",), needs=MIXED),
    Rule("cut_clauses", "A line that was cut behind two commas is part of a sentence.", cut_clauses,
         ("队伍中有一位头发花白的女士，由将军澳来，只为买一包",), ("买一把伞，送一场雨", "停电十七分钟，该问的是十七年"), needs=MIXED),
    Rule("figures", "A row of figures belongs to a table.", figures,
         ("2013 年　5,310",), ("90分钟0射正 金湖队客场吞三蛋",), needs=MIXED),
    Rule("letter_date", "A letter ends with a line that says when and where it was written.", letter_date,
         ("我把钥匙寄出，请查收。\n→九月三日　广州",), ("九月三日的雨",), admits=("dated",)),
    Rule("issuing_body", "A notice ends with the body that issues it.", issuing_body,
         ("请用户提前储水，做好准备，敬请谅解。\n→瀚城市自来水公司第二营业所\n2013年9月11日",), ("→瀚城市自来水公司\n昨天，记者来到公司，见到了经理。",)),
    Rule("below_table", "Below a table stands a line that says where its figures are from.", below_table,
         ("数据来源：普信理财研究中心",), ("数据来源不明，谁来负责",), needs=COLON),
    Rule("forecast_source", "Below a weather forecast stands a line that says which station made it.", forecast_source,
         ("滨海市气象台昨日17时发布",), ("市气象台发布暴雨预警",), needs=ENDING),
    Rule("no_text_below", "A line that names makers above a text has a text below it.", nothing_below, ("→湖南农村\n寄宿生免费喝牛奶",), ("→安之若\n有群众在网上反映路灯不亮，三天后收到两个字。",), needs=NO_TEXT_BELOW),
    Rule("flush_among_indented", "Where every paragraph is indented, a line at the margin is no paragraph.", flush_among_indented, (indented('→山村小学添了图书室'),), (indented('　　→山村小学添了图书室'),), needs=INDENTING),
)  # fmt: skip
