"""The figures of a run as small plots, in SVG."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from newssplit.i18n import _
from newssplit.show.elements import Child, element
from newssplit.show.opened import DOUBTFUL
from newssplit.show.report_articles import Figure

WIDTH, HEIGHT, BASE = 300, 110, 86
SINGLE = 60
"""More articles than this get a histogram instead of a bar each."""


def plots(figures: Sequence[Figure]) -> list[Element]:
    """Article lengths, kinds and confidence."""
    if not figures:
        return []
    lengths = _bar_each(figures) if len(figures) <= SINGLE else _length_histogram(figures)
    return [
        _plot(_("Lengths"), _("characters by article") if len(figures) <= SINGLE else _("of articles"), lengths),
        _plot(_("Kinds"), _("of items"), _kinds(figures)),
        _plot(_("Confidence"), _("that all of an article is right"), _confidence(figures)),
    ]


def _plot(title: str, unit: str, drawn: Iterable[Child]) -> Element:
    label = {"viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "img", "aria-label": title}
    caption = element("figcaption", None, element("strong", None, title), f" {unit}")
    return element("figure", None, caption, element("svg", label, drawn))


def _bar_each(figures: Sequence[Figure]) -> list[Child]:
    most = max(f.chars for f in figures) or 1
    step = WIDTH / max(len(figures), 8)
    bars: list[Child] = []
    for n, f in enumerate(figures):
        bar = _bar(n * step, step, f.chars / most, f"h{f.hue}", f"{f.title}: {f.chars}")
        bars.append(element("a", {"href": f"#{f.id}"}, bar))
    return [*bars, *_axis("1", str(len(figures))), _text(WIDTH, 10, _("{} chars").format(most), "end")]


def _length_histogram(figures: Sequence[Figure]) -> list[Child]:
    bins = Counter(int(math.log2(f.chars + 1)) for f in figures)
    top = max(bins)
    said = {n: _("{} to {} characters").format(2**n - 1, 2 ** (n + 1) - 2) for n in range(top + 1)}
    return [*_histogram([(bins[n], said[n], "") for n in range(top + 1)]), *_axis("0", str(2 ** (top + 1)))]


def _confidence(figures: Sequence[Figure]) -> list[Child]:
    bins = Counter(min(int(f.confidence * 10), 9) for f in figures)
    bars = [(bins[n], f"{n * 10}–{n * 10 + 10} %", "low" if n / 10 < DOUBTFUL else "") for n in range(10)]
    return [*_histogram(bars), *_axis("0 %", "100 %")]


def _histogram(bars: Sequence[tuple[int, str, str]]) -> Iterable[Child]:
    most = max(count for count, _said, _style in bars)
    step = WIDTH / len(bars)
    for n, (count, said, style) in enumerate(bars):
        if count:
            yield _bar(n * step, step, count / most, style, f"{said}: {count}")
            yield _text(n * step + step / 2, BASE - 4 - _tall(count / most), str(count), "middle")


def _kinds(figures: Sequence[Figure]) -> Iterable[Child]:
    counts = Counter(f.kind for f in figures)
    most = max(counts.values())
    for n, (kind, count) in enumerate(counts.most_common()):
        y = 8 + n * 25
        yield _text(52, y + 13, _(kind), "end")
        yield element("rect", {"x": 60, "y": y, "width": f"{max(count / most * 200, 2):.1f}", "height": 18, "rx": 2})
        yield _text(66 + max(count / most * 200, 2), y + 13, str(count), "start")


def _tall(share: float) -> float:
    return max(share * (BASE - 18), 1.5)


def _bar(x: float, step: float, share: float, style: str, said: str) -> Element:
    tall, wide = _tall(share), step - min(3.0, step / 4)
    place = {"x": f"{x:.1f}", "y": f"{BASE - tall:.1f}", "width": f"{wide:.1f}", "height": f"{tall:.1f}", "rx": 1.5}
    return element("rect", {**place, "class": style or None}, element("title", None, said))


def _axis(first: str, last: str) -> list[Child]:
    line = element("line", {"x1": 0, "x2": WIDTH, "y1": BASE + 0.5, "y2": BASE + 0.5})
    return [line, _text(0, BASE + 15, first, "start"), _text(WIDTH, BASE + 15, last, "end")]


def _text(x: float, y: float, said: str, anchor: str) -> Element:
    return element("text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor}, said)
