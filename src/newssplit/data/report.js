"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const { why, rules, labels, words } = JSON.parse($("data").textContent);
  const cards = [...document.querySelectorAll(".card")];
  const filter = $("filter"), doubtful = $("doubtful"), panel = $("why");
  const kinds = [...document.querySelectorAll("[name=kind]")];
  const narrow = matchMedia("(max-width: 760px)");
  const spans = new Map();
  for (const span of document.querySelectorAll("#source [data-a]")) {
    if (!spans.has(span.dataset.a)) spans.set(span.dataset.a, []);
    spans.get(span.dataset.a).push(span);
  }
  const texts = new Map();
  let chosen = null, marked = [];

  const show = (view) => { document.body.dataset.view = view; };

  // What has not been in view has only a guessed height: scroll once more when it has its own.
  const bring = (element, smooth) => {
    const to = { block: narrow.matches ? "start" : "center", behavior: smooth ? "smooth" : "instant" };
    element.scrollIntoView({ ...to, behavior: "instant" });
    requestAnimationFrame(() => element.scrollIntoView(to));
  };

  const mark = (elements) => {
    for (const element of marked) element.classList.remove("at");
    marked = elements.filter(Boolean);
    for (const element of marked) element.classList.add("at");
  };

  const choose = (card) => {
    if (chosen) {
      chosen.classList.remove("on");
      for (const span of spans.get(chosen.id) || []) span.classList.remove("on");
    }
    chosen = card;
    if (!card) return;
    card.classList.add("on");
    for (const span of spans.get(card.id) || []) span.classList.add("on");
    history.replaceState(null, "", "#" + card.id);
  };

  const field = (card, line) => [...card.querySelectorAll("[data-l]")].filter((e) => e.dataset.l === line);

  const toSource = (card, line) => {
    choose(card);
    if (narrow.matches) show("source");
    const row = $(line || card.dataset.l);
    mark([row, ...field(card, row.id)]);
    bring(row);
    explain(row);
  };

  const toArticle = (card, line) => {
    choose(card);
    if (card.hidden) return;
    if (narrow.matches) show("articles");
    const fields = line ? field(card, line.id) : [];
    mark([line, ...fields]);
    bring(fields[0] || card);
  };

  const say = (text, ...values) => (words[text] || text).replace(/\{(\d?)\}/g, (_slot, n) => (n ? values[n] : values.shift()));

  const make = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // A line that a wrap has cut is explained where its paragraph begins.
  const explain = (row) => {
    let begin = row;
    while (begin && !why[begin.id] && !begin.matches(":first-child")) begin = begin.previousElementSibling;
    const said = begin && why[begin.id];
    panel.hidden = !said;
    if (!said) return;
    const close = make("button", "", "×");
    close.type = "button";
    close.ariaLabel = say("Close");
    close.onclick = () => { panel.hidden = true; };
    panel.replaceChildren(close);
    for (const [label, margin, item, evidence, changes] of said) {
      const where = item === null ? "" : ` → ${say("article {}", item)}`;
      const title = `${say("Line {}", begin.id.split("l")[1])}: ${labels[label]}${where} · ${say("margin {}", margin)}`;
      panel.append(make("h4", "", title));
      const list = make("ul");
      for (const [rule, weight] of evidence) {
        const entry = make("li");
        entry.append(make("span", weight < 0 ? "w against" : "w", (weight > 0 ? "+" : "") + weight),
          make("code", "", rule), make("span", "", rules[rule] || ""));
        list.append(entry);
      }
      for (const [action, rule] of changes) list.append(make("li", "done", say("{} by {}", say(action), rule)));
      panel.append(list);
    }
  };

  const apply = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const card of cards) {
      if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
      const fits = wanted.has(card.dataset.kind) && (!doubtful.checked || card.dataset.doubtful === "1")
        && words.every((word) => texts.get(card).includes(word));
      if (card.hidden === fits) {
        card.hidden = !fits;
        for (const span of spans.get(card.id) || []) span.classList.toggle("off", !fits);
      }
      count += fits;
    }
    $("count").textContent = count === cards.length ? say(count === 1 ? "{} item" : "{} items", count) : say("{} of {} items", count, cards.length);
    $("nothing").hidden = count > 0;
  };

  const toBoth = (card) => {
    choose(card);
    mark([$(card.dataset.l)]);
    if (narrow.matches) show("articles"); else bring($(card.dataset.l));
    bring(card);
    card.focus({ preventScroll: true });
  };

  const step = (by, fits) => {
    const at = cards.indexOf(chosen), able = (card) => !card.hidden && fits(card);
    const next = by > 0 ? cards.slice(at + 1).find(able) || cards.find(able)
      : cards.slice(0, Math.max(at, 0)).findLast(able) || cards.findLast(able);
    if (next) toBoth(next);
  };

  document.addEventListener("click", (event) => {
    if (getSelection().toString() && !event.target.closest("a, button")) return;
    const link = event.target.closest("a[href^='#']");
    const row = event.target.closest(".l"), card = event.target.closest(".card");
    if (link) {
      const goal = document.getElementById(link.getAttribute("href").slice(1));
      event.preventDefault();
      if (goal.hidden) reset();
      if (goal.matches(".card")) toBoth(goal); else toSource(card, goal.id);
    } else if (row) {
      const span = event.target.closest("[data-a]");
      const goal = span && $(span.dataset.a);
      if (goal) toArticle(goal, row); else mark([row]);
      explain(row);
    } else if (card) {
      toSource(card, event.target.closest("[data-l]").dataset.l);
    }
  });

  const reset = () => {
    filter.value = "";
    doubtful.checked = false;
    for (const box of kinds) box.checked = true;
    apply();
  };

  const keys = {
    j: () => step(1, () => true), k: () => step(-1, () => true),
    n: () => step(1, (card) => card.dataset.doubtful === "1"), p: () => step(-1, (card) => card.dataset.doubtful === "1"),
    "/": () => filter.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      reset(); choose(null); mark([]); panel.hidden = true; document.activeElement.blur();
    } else if (event.target.matches("input[type=search]")) {
      return;
    } else if (event.key === "Enter" && event.target.matches(".card")) {
      toSource(event.target);
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  document.querySelector(".tabs").addEventListener("click", (event) => {
    if (event.target.dataset.show) show(event.target.dataset.show);
  });
  document.querySelector(".bar").addEventListener("submit", (event) => event.preventDefault());
  let waiting = 0;
  filter.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  for (const box of [doubtful, ...kinds]) box.addEventListener("change", apply);
  apply();
  const asked = location.hash && $(location.hash.slice(1));
  if (asked && asked.matches(".card")) toBoth(asked);
})();
