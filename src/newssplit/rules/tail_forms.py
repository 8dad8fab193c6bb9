"""The shapes of what stands behind a text: brackets, whose picture it is, where a text is from, what is dropped."""

from __future__ import annotations

from functools import cache

from newssplit.late import Late
from newssplit.lexicon import LEAD, Lexicon, any_of
from newssplit.light import NamedTuple
from newssplit.rules.lede_marks import DAY, NUMBER

STOPS = '。！？!?…”」』"'
"""How the text itself ends before what stands behind it."""
BRACKET = r"(?P<open>[（(\[【〔])(?P<inner>[^（()）\[\]【】〔〕]{1,90}|[^（(【）)\]】]{0,20}[（(][^（()）]{2,40}[)）][^（()）]{0,30})[）)\]】〕]?"
"""A bracket, which may have another one in it."""


class Patterns(NamedTuple):
    bracket: Late
    sent: Late
    wired: Late
    source: Late
    author: Late
    quoted: Late
    archive: Late
    site: Late
    dropped: Late
    imprint: Late
    stored: Late
    """What a picture is called, at the end of who sent it."""
    sender: Late
    """What the sender did, at the end of it."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of what stands behind a text, folded, compiled once for a lexicon."""
    senders, agencies = lexicon.one_of("marks.agencies", "marks.house"), lexicon.one_of("marks.agencies")
    wire = any_of((word for word in lexicon.words("marks", "filed") if len(word) == 1), spaced=False)
    according, sends = lexicon.one_of("marks.according"), lexicon.one_of("captions.sends")
    stored = lexicon.one_of("captions.archives") + lexicon.one_of("captions.pictures")
    ours, writers = lexicon.one_of("marks.ours"), lexicon.one_of("people.writers")
    belonging = lexicon.one_of("people.belonging")
    return Patterns(
        bracket=Late(rf"{LEAD}{BRACKET}\s*$"),
        sent=Late(rf"(?:{ours})?{stored}|{agencies}(?:{sends})?[（(]?[^。）)]{{0,20}}[)）]?"),
        wired=Late(
            rf"(?P<mark>(?:{according})?{senders}\p{{Han}}{{0,8}}?(?:{DAY})?\p{{Han}}{{0,7}}?{wire})\s*(?P<rest>(?!{wire})\S.{{2,40}})"
        ),
        source=Late(_source(lexicon, senders, wire)),
        author=Late(rf"{writers}(?:{belonging}|\p{{Han}}{{2,4}}(?=[为系是]))?\s?(?:[为系是:：]|均为|分别为).*"),
        quoted=Late(_quoted(lexicon)),
        archive=Late(
            rf"[（(](?:(?:{ours})?(?:{stored}|{lexicon.one_of('captions.made')})|{agencies}{lexicon.one_of('captions.sends', 'captions.pictures')}|\p{{Han}}{{2,6}}{_papers(lexicon)}{lexicon.one_of('captions.pictures')})[）)]$"
        ),
        # （搜狐体育 法磊）, （新京报百千）: where a person writes
        site=Late(
            rf"\p{{Han}}{{1,6}}(?:{lexicon.one_of('marks.desks')}(?:{wire})?[\s：:]+|{_papers(lexicon)}[\s：:]*)(?P<name>\p{{Han}}{{2,4}}|[A-Za-z]\w{{1,14}})"
        ),
        dropped=Late(_dropped(lexicon)),
        imprint=Late(_imprint(lexicon)),
        stored=Late(rf"{any_of((w for w in lexicon.words('captions', 'pictures') if len(w) > 1), spaced=False)}$"),
        sender=Late(_sender(lexicon, agencies)),
    )


def _sender(lexicon: Lexicon, agencies: str) -> str:
    """新华社发, 供图, 记者摄."""
    every = lexicon.words("captions", "sends")
    alone = any_of((word for word in every if len(word) > 1), spaced=False)
    shot = lexicon.one_of("people.makers") + lexicon.one_of("captions.shot")
    return rf"(?:{agencies}{any_of(every, spaced=False)}|{alone}|{shot})$"


def _papers(lexicon: Lexicon) -> str:
    """How a paper's name ends, if with more than one character."""
    return any_of((w for w in lexicon.words("marks", "papers") if len(w) > 1), spaced=False)


def _source(lexicon: Lexicon, senders: str, wire: str) -> str:
    """（据新华社）, （本版稿件均据…）, （摘自《江州日报》）, （江州日报）, （本报综合）: from where a text is."""
    according, agencies = lexicon.one_of("marks.according"), lexicon.one_of("marks.agencies")
    several, ends = lexicon.one_of("furniture.several"), lexicon.one_of("marks.wires", "marks.houses")
    named = lexicon.one_of("furniture.reprinted", "furniture.sources", "marks.according")
    return rf"(?:(?:{several})?均?{according}.{{1,18}}(?:{ends})?|{senders}\p{{Han}}{{0,8}}{DAY}{wire}.*|{agencies}|《?\p{{Han}}{{2,8}}{lexicon.one_of('marks.dailies')}》?|{named}[：:《].{{1,30}}|■{according}.*|{lexicon.one_of('furniture.compiled')})"


def _quoted(lexicon: Lexicon) -> str:
    """文章来源：江州网, 据央视报道: the same without brackets, behind the last sentence."""
    said, sources = lexicon.one_of("furniture.sourced"), lexicon.one_of("furniture.sources")
    according, cited = lexicon.one_of("marks.according"), lexicon.one_of("marks.agencies", "marks.broadcasters")
    return rf"(?:^|(?<=[{STOPS}）)\s]))(?P<inner>(?:{said})?{sources}\s?[：:]\s?[\[《【]?[^。，：:\s]{{2,20}}|■?{according}(?:《[^》]{{2,12}}》|{cited})(?:{lexicon.one_of('marks.wires')})?)\s*$"


def _dropped(lexicon: Lexicon) -> str:
    """（附图片1张）, （有删节）, （图片来源…）, （系列报道之三）: what says nothing of the article."""
    abridged, series, filing = (
        lexicon.one_of(place) for place in ("furniture.abridged", "labels.series", "marks.filing")
    )
    pictures, given = lexicon.one_of("captions.pictures"), lexicon.one_of("captions.given")
    printed, ours = lexicon.one_of("captions.pictures", "captions.numbers"), lexicon.one_of("marks.ours")
    sources = lexicon.one_of("furniture.sources")
    return rf"[（(](?:附{pictures}{NUMBER}+[张幅]|{abridged}|{pictures}(?:{sources}.{{0,60}}|{given}[：:].{{0,60}})|(?:{ours})?{printed}由.{{0,60}}{given}|{series}(?:{filing})?之{NUMBER}+|{NUMBER}{{1,2}}之{NUMBER}{{1,2}})[）)]$"


def _imprint(lexicon: Lexicon) -> str:
    """What the paper or its site adds: links to an article's further pages, 上一页[1][2][3]; an agency's day or site
    behind the bracket with its translator, （译者：X）1110228, or its name behind a dash; whose opinion it is not,
    ※…不代表本报立场※."""
    steps, results = lexicon.one_of("furniture.steps"), lexicon.one_of("furniture.results")
    stands_for, opinions = lexicon.one_of("furniture.stands_for"), lexicon.one_of("furniture.opinions")
    return (
        rf"{LEAD}(?:(?:{results}\s?[\d,]+\s?{results}[.。]?\s*)?{steps}\s?(?:\[\d+\]\s?)+(?:\[?{steps}\]?)?"
        r"|(?<=[）)。」』])\s?(?:\d{6,8}|[（(][^\W\d_]{2,8}网[）)])"
        rf"|(?<=[{STOPS}）)])\s?[—－–-]{{1,2}}\s?[^\W\d_]{{1,5}}社\s?$"
        rf"|(?:(?<=[{STOPS}）)\s])|^)[（(※][^（()）※]{{2,20}}{stands_for}[^（()）※]{{0,16}}{opinions}[^（()）※]{{0,4}}[）)※])\s*$"
    )
