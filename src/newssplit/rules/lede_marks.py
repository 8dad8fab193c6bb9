"""The shapes of marks that open news items, 电头 / 讯头, with the words of the vocabulary: 本报讯, 新华社北京5月22日电."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.late import Late
from newssplit.lexicon import GAP, Lexicon, any_of
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.lede_makers import CLOSE, OPEN

NUMBER = r"[\d一二三四五六七八九十廿卅〇○零]"
DAY = rf"(?:{NUMBER}{{2,4}}{GAP}年{GAP})?(?:{NUMBER}{{1,3}}{GAP}月{GAP})?{NUMBER}{{1,3}}{GAP}日"
CALLED = ("marks.wires", "marks.reports")
"""The lists of what marks are called: they end so."""
REPORTING = r"\p{Han}{0,8}?\s?"
"""Whose reporter signs behind a mark: （本报记者."""


NEAR = "讯电记报导刊社网译写员信"
"""Characters of which marks and makers have one …"""
ENDING = ("marks.signals", "marks.telegrams", "marks.wired", "marks.letters")
"""… or the last one of such a word."""


class Patterns(NamedTuple):
    hint: re.Pattern[str]
    """A lede has one of these near its beginning. That it begins with a set of characters, and not with a choice, makes
    it twice as fast."""
    marked: re.Pattern[str]
    mark: Late
    bracketed: Late
    column: re.Pattern[str]
    """A bracketed mark without sender and day that is a column's name."""
    alone: re.Pattern[str]
    """Such a word alone on its line is a column's name: 本市简讯."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of marks, for folded text, compiled once for a lexicon."""
    near = re.escape("".join(sorted({*NEAR, *_lasts(lexicon, *ENDING)})))
    return Patterns(
        hint=re.compile(rf"[{near}消文图撰](?:(?<=[{near}])|(?<=消)息|(?<=[文图撰])[图文]?\s?[/／|｜丨])"),
        marked=_marked_hint(lexicon),
        mark=Late(_mark(lexicon)),
        bracketed=Late(_bracketed_mark(lexicon)),
        column=re.compile(
            f"{lexicon.one_of('marks.columns')}$|{_no_round_up(lexicon)}{lexicon.one_of('marks.filing')}$|^电$"
        ),
        alone=re.compile(lexicon.one_of("marks.alone") + "$"),
    )


def _sender(lexicon: Lexicon) -> str:
    """Who sends a mark: an agency, the paper, another one, a site."""
    house, agencies = any_of(lexicon.words("marks", "house")), lexicon.one_of("marks.agencies")
    paper = rf"(?:《?\p{{Han}}{{1,8}}?{lexicon.one_of('marks.papers')}》?(?:[（(]\p{{Han}}{{2,9}}[）)])?)"
    site = rf"(?:[A-Za-z]{{3,14}}(?=\d|讯)|[\p{{Han}}A-Za-z]{{1,8}}{lexicon.one_of('marks.sites')}(?:[-—–]\p{{Han}}{{2,8}}|[（(]\p{{Han}}{{2,9}}[）)])?)"
    return rf"(?P<agency>{lexicon.one_of('marks.according')}?(?:{agencies}|{house}|{paper}|{site}))"


def _place(lexicon: Lexicon) -> str:
    return rf"(?P<place>(?:(?!{lexicon.one_of('marks.no_places')})\p{{Han}}){{1,9}}?(?:\[\p{{Han}}{{1,4}}\])?)"


def _unpaused(key: str, lexicon: Lexicon) -> str:
    """How a mark ends that the text may follow without a pause, 专讯, but for words that only begin so: 讯问."""
    words, others = lexicon.words("marks", key), lexicon.words("marks", "no_marks")
    shapes = (
        any_of((word[:-1] for word in words if word[-1] == last), spaced=False) + GAP + last + _no_other(last, others)
        for last in sorted({word[-1] for word in words})
    )
    return f"(?:{'|'.join(shapes) or '(?!)'})"


def _no_other(last: str, others: Sequence[str]) -> str:
    """That nothing stands behind the last character of a mark which makes another word of it."""
    return rf"(?!{any_of((word[1:] for word in others if word[0] == last), spaced=False)})"


def _signed(lexicon: Lexicon, before: str) -> str:
    """Who signs in a bracket right behind a mark, with that `before` the reporter."""
    reporters, others = lexicon.one_of("people.reporters"), lexicon.one_of("people.correspondents", "people.interns")
    return f"(?:{before}{reporters}|{others})"


def _mark(lexicon: Lexicon) -> str:
    agencies, citing, place = lexicon.one_of("marks.agencies"), lexicon.one_of("marks.according"), _place(lexicon)
    xun = _unpaused("signals", lexicon)
    telegrams, wired = _unpaused("telegrams", lexicon), lexicon.one_of("marks.wired")
    dian = f"(?:{telegrams}|{wired})"
    paused = rf"{lexicon.one_of(*CALLED)}(?=\s|[：:，,（(〔\[【]|$)"
    ending = f"(?:{xun}|{dian}|{paused})"
    dated = rf"{place}?{GAP}(?P<date>{DAY}){GAP}(?:{ending}|\p{{Han}}{{2,6}}?{paused})"
    signed = rf"(?=\s?[（(]{_signed(lexicon, REPORTING)})"
    distant = rf"{place}{ending}(?=\s|[：:（(〔\[【]|$)"
    hotline = rf"\d{{0,8}}(?:\p{{Han}}{{0,3}}{lexicon.one_of('marks.hotlines')})?\d{{0,8}}{lexicon.one_of('marks.tips')}(?=\s|[：:（(]|$)"
    column = lexicon.one_of("marks.columns", "marks.alone")
    tidings = lexicon.words("marks", "tidings")
    no_tidings = rf"(?!{any_of((word[0] for word in tidings), spaced=False)})"
    return "|".join(
        (
            rf"(?:{citing}\s?)?{_sender(lexicon)}{lexicon.one_of('marks.sections')}?(?:{dated}|{xun}|{dian}|{hotline}|{GAP}{paused}|{distant}|{signed})",
            rf"{citing}?(?P<agency>{agencies}){place}{telegrams}",
            rf"{wired}(?=[\s：:（(〔\[【])",
            rf"(?P<agency>{citing}{agencies})(?=\s|[（(])",
            rf"(?P<place>\p{{Han}}{{2,6}}?){GAP}(?P<date>{DAY})(?:{dian}|{lexicon.one_of('marks.broadcasts')}(?=[：:，]))",
            rf"(?P<agency>[A-Za-z]{{3,14}}){place}?(?P<date>{DAY})?{lexicon.one_of('marks.latin')}(?=\s|[（(\[])",
            rf"(?P<place>\p{{Han}}{{2,6}}?){lexicon.one_of('marks.letters')}(?=[、：:]|\u3000)",
            rf"(?P<place>{no_tidings}\p{{Han}}{{2,4}}?)讯(?<!{column})(?=\s)",
            rf"(?P<agency>\p{{Han}}{{1,10}}?)讯(?<!{column}|{lexicon.one_of('marks.tidings')}){signed}",
        )
    )


def _bracketed_mark(lexicon: Lexicon) -> str:
    """A mark in brackets; nothing follows it there, so that it need not end as others do."""
    called = lexicon.one_of(*CALLED, "marks.further", "marks.letters")
    ended = f"(?:{called}|{_unpaused('signals', lexicon)}|{_unpaused('telegrams', lexicon)}|{lexicon.one_of('marks.wired')})"
    where = rf"{_place(lexicon)}?{GAP}(?P<date>{DAY}|[今昨]日)?{GAP}"
    shapes = (
        rf"(?:{_sender(lexicon)}|\p{{Han}}{{0,5}}?){where}{ended}",
        r"\p{Han}{2,3}社",
        rf"(?P<agency>[A-Za-z][\w\p{{Han}}]{{2,12}}?){lexicon.one_of('marks.latin')}",
    )
    return rf"{OPEN}\s*(?P<mark>{'|'.join(shapes)})\s*(?P<close>{CLOSE})"


def _no_round_up(lexicon: Lexicon) -> str:
    """That no word stands before which says that others' news have been put together: 综合|报道."""
    return "".join(f"(?<!{re.escape(word)})" for word in lexicon.words("marks", "round_ups"))


def _marked_hint(lexicon: Lexicon) -> re.Pattern[str]:
    """How a mark ends: its last character, and what may stand behind it. In most lines neither is found.

    All begin with one set of characters, as a search passes quickly over what is not in it."""
    called = _lasts(lexicon, *CALLED, "marks.tips", "marks.latin", "marks.letters", "marks.broadcasts")
    senders, unpaused = _lasts(lexicon, "marks.agencies"), _lasts(lexicon, "marks.signals", "marks.telegrams")
    begins = re.escape("".join(sorted(called | senders | unpaused)))
    ends = (
        *(f"(?<={last}){_no_other(last, lexicon.words('marks', 'no_marks'))}" for last in sorted(unpaused)),
        *(f"(?<={re.escape(word)})" for word in lexicon.words("marks", "wired")),
        rf"(?<={any_of(called)})(?=[\s：:，,、（(〔\[【]|$)",
        rf"(?<={any_of(senders)})(?=[\s（(])",
        rf"(?<=[（(])(?={_signed(lexicon, '.{0,9}')})",
    )
    return re.compile(f"[（({begins}](?:{'|'.join(ends)})")


def _lasts(lexicon: Lexicon, *places: str) -> set[str]:
    """The last characters of the words in some lists."""
    return {word[-1] for word in lexicon.listed(*places)}
