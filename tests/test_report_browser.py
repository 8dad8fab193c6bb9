"""The report in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newssplit import split
from newssplit.model import DOUBTFUL
from tests.test_show_preview import EXAMPLE, show
from tests.test_show_report import EVIL

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
expect = playwright.expect

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium"),
    pytest.mark.filterwarnings("default"),  # of the driver, not of the project
]
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
ISSUE = split(EXAMPLE.read_text("utf-8"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES.split())
        yield running
        running.close()


@pytest.fixture(scope="module")
def page_of(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("report")
    contexts = []

    def opened(text: str, language: str = "C.UTF-8", **how: Any) -> Any:
        source, target = folder / "page.txt", folder / "report.html"
        source.write_text(text, "utf-8")
        show("report", source, "-q", "-o", target, LC_ALL=language)
        contexts.append(browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **how}))
        page = contexts[-1].new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("request", lambda request: page.faults.append(request.url) if request.url != target.as_uri() else None)
        page.goto(target.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(page_of: Any) -> Iterator[Any]:
    shown = page_of(EXAMPLE.read_text("utf-8"))
    yield shown
    assert shown.faults == []


def first_line(order: int) -> int:
    return ISSUE.articles[order - 1].lines[0]


def test_clicking_an_article_shows_its_source(page: Any) -> None:
    last = ISSUE.articles[-1]
    page.locator(f"#a1-{last.order} header").click()
    row = page.locator(f"#s1l{last.lines[0]}")
    expect(row).to_be_in_viewport()
    expect(row).to_have_class(re.compile(r"\bat\b"))
    marked = page.locator("#source .on")
    assert marked.count() == page.locator(f'#source [data-a="a1-{last.order}"]').count() > 0
    expect(page.locator(".card.on")).to_have_id(f"a1-{last.order}")


def test_clicking_a_paragraph_shows_its_own_line(page: Any) -> None:
    article = next(a for a in ISSUE.articles if len(a.paragraphs) > 5)
    start = article.paragraphs[4].spans[0].start
    line = ISSUE.text.count("\n", 0, start) + 1
    page.locator(f"#a1-{article.order} .body").nth(4).click()
    expect(page.locator(f"#s1l{line}")).to_have_class(re.compile(r"\bat\b"))
    expect(page.locator(f"#s1l{line}")).to_be_in_viewport()


def test_clicking_the_source_shows_its_article_and_why(page: Any) -> None:
    last = ISSUE.articles[-1]
    page.locator(f"#s1l{last.lines[0]} [data-a]").click()
    expect(page.locator(f"#a1-{last.order}")).to_be_in_viewport()
    expect(page.locator(".card.on")).to_have_id(f"a1-{last.order}")
    reading = next(r for r in ISSUE.readings if r.line == last.lines[0])
    for evidence in reading.evidence:
        expect(page.locator("#why")).to_contain_text(evidence.rule)
    expect(page.locator("#why h4").first).to_contain_text(f"Line {reading.line}:")
    page.keyboard.press("Escape")
    expect(page.locator("#why")).to_be_hidden()
    assert page.locator(".on").count() == 0


def test_the_filter_hides_articles_and_fades_their_source(page: Any) -> None:
    chosen = ISSUE.articles[6]
    assert chosen.headline
    page.keyboard.press("/")
    page.keyboard.type(chosen.headline[-6:])
    expect(page.locator("#count")).to_have_text(f"1 of {len(ISSUE.articles)} items")
    expect(page.locator(".card:visible")).to_have_id(f"a1-{chosen.order}")
    off = page.locator("#source .off")
    others = page.locator(f"#source [data-a]:not([data-a='a1-{chosen.order}'])")
    assert off.count() == others.count() > 0
    page.fill("#filter", "没有的词")
    expect(page.locator("#nothing")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text(f"{len(ISSUE.articles)} items")


def test_kinds_and_doubtful_articles_can_be_picked(page: Any) -> None:
    for kind in {a.kind for a in ISSUE.articles} - {"notice"}:
        page.uncheck(f'[name=kind][value="{kind}"]')
    shown = page.locator(".card:visible")
    expect(shown).to_have_count(sum(a.kind == "notice" for a in ISSUE.articles))
    page.keyboard.press("Escape")
    page.check("#doubtful")
    expect(shown).to_have_count(sum(a.confidence < DOUBTFUL for a in ISSUE.articles))


def test_everything_goes_by_the_keyboard(page: Any) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#a1-2")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#a1-1")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f"#a1-{len(ISSUE.articles)}")).to_be_focused()
    expect(page.locator(f"#s1l{first_line(len(ISSUE.articles))}")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#why")).to_be_visible()


def test_doubtful_places_are_one_click_or_key_away(page_of: Any) -> None:
    two = "春天来了\n河边的柳树发了芽，孩子们放起风筝，老人晒着太阳，日子一天一天地暖和起来。\n"
    page = page_of(two + EXAMPLE.read_text("utf-8"))
    link = page.locator(".doubts a").first
    goal = link.get_attribute("href")
    assert goal
    link.click()
    expect(page.locator(f".card{goal}")).to_be_focused()
    expect(page.locator(f".card{goal}")).to_be_in_viewport()
    page.keyboard.press("n")
    assert page.evaluate("() => document.activeElement.dataset.doubtful") == "1"
    assert page.faults == []


def test_hostile_text_stays_text(page_of: Any) -> None:
    page = page_of(EVIL)
    page.locator(".card header").first.click()
    page.locator(".l [data-a]").last.click()
    page.fill("#filter", "<script>")
    assert page.faults == []  # no alert, no request, no error, no breach of the policy
    assert page.locator("script").count() == 2
    assert page.locator("img").count() == 0
    source = page.locator("#source").inner_text()
    assert "</script><script>alert(1)</script>" in source
    assert '<img src=x onerror="alert(2)">' in source


def test_on_a_phone_one_side_at_a_time_fits_the_screen(page_of: Any) -> None:
    page = page_of(EXAMPLE.read_text("utf-8"), viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    expect(page.locator("#source")).to_be_hidden()
    page.locator("#a1-3 h3").tap()
    expect(page.locator("#articles")).to_be_hidden()
    row = page.locator(f"#s1l{first_line(3)}")
    expect(row).to_be_in_viewport()
    row.locator("[data-a]").tap()
    expect(page.locator("#source")).to_be_hidden()
    expect(page.locator("#a1-3 h3")).to_be_in_viewport()
    page.locator("[data-show=source]").tap()
    expect(page.locator("#source")).to_be_visible()
    assert page.faults == []


@pytest.mark.parametrize("language", ["C.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8"])
def test_on_a_phone_the_filter_can_be_used_in_any_language(page_of: Any, language: str) -> None:
    how: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    page = page_of(EXAMPLE.read_text("utf-8"), language, **how)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    box = page.locator("#filter")
    assert box.bounding_box()["width"] > 150
    for control in page.locator(".bar label:visible, .bar button:visible").all():
        place = control.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 390
        assert place["height"] > 25
    chosen = next(a for a in ISSUE.articles[2:] if a.headline and a.confidence > 0.95)  # no doubtful one
    assert chosen.headline
    box.tap()
    page.keyboard.type(chosen.headline[-6:])
    expect(page.locator(".card:visible")).to_have_count(1)
    expect(page.locator(".card:visible")).to_have_id(f"a1-{chosen.order}")
    bar, card = page.locator(".bar").bounding_box(), page.locator(".card:visible").bounding_box()
    assert bar["height"] < 120
    assert card["y"] >= bar["y"] + bar["height"]
    page.locator("#doubtful").tap()
    expect(page.locator("#nothing")).to_be_visible()
    assert page.faults == []


def test_dark_and_printed(page_of: Any) -> None:
    dark = {}
    for scheme in ("light", "dark"):
        page = page_of(EXAMPLE.read_text("utf-8"), color_scheme=scheme)
        colour = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        dark[scheme] = sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(","))) < 3 * 128
    assert dark == {"light": False, "dark": True}
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".bar")).to_be_hidden()
    for side in ("#source", "#articles"):
        expect(page.locator(side)).to_be_visible()
        assert page.locator(side).evaluate("(side) => getComputedStyle(side).overflowY") == "visible"


def test_it_works_with_several_issues(browser: Any, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    show("report", EXAMPLE, EXAMPLE.with_name("taiwan-2019.txt"), "-q", "-o", target)
    page = browser.new_page()
    page.goto(target.as_uri())
    page.locator("#a2-1 header").click()
    expect(page.locator("#source .at")).to_be_in_viewport()
    assert page.locator("#source .at").get_attribute("id").startswith("s2l")
    page.close()
