/* The report of a corpus: shows one part at a time, filters, sorts, and marks in the source what a
   value was read from. Everything it makes is made of elements and `textContent`; nothing of a page
   is ever taken for markup. */
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const number = (count) => count.toLocaleString("en");

  const views = all("section.view");
  const tabs = all(".tabs a");
  const articles = all("article");
  const shelf = new Map(all("#shelf-list a").map((link) => [link.getAttribute("href").slice(1), link]));
  const value = byId("value");
  const wide = window.matchMedia("(min-width: 1200px)");
  /* The article in the reader, the value that was chosen in it, and what is marked in its source. */
  let open = articles[0] ?? null;
  let chosen = null;
  let marked = null;

  /* ---- Parts ---- */

  function show(view) {
    for (const other of views) other.hidden = other !== view;
    for (const tab of tabs) {
      if (tab.getAttribute("href") === `#${view.id}`) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
  }

  /* Shows what the address names: a part, a row of a part, an article, or a place in one. */
  function go(initial) {
    const id = location.hash.slice(1) || views[0].id;
    if (id === "main") return;
    const target = byId(id) ?? byId(id.split("-")[0]) ?? views[0];
    const view = target.closest("section.view") ?? views[0];
    show(view);
    const article = target.closest("article");
    if (article) {
      read(article);
      if (target === article) {
        article.focus({ preventScroll: true });
        scrollTo(view);
      } else jump(target);
    } else if (target === view) {
      if (!initial) {
        view.querySelector("h2").focus({ preventScroll: true });
        scrollTo(view);
      }
    } else {
      if (target.hidden) clear(view);
      for (const other of all(".flash")) other.classList.remove("flash");
      target.classList.add("flash");
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    }
  }

  /* The head of a part below the tabs, but not further down than it is. */
  function scrollTo(view) {
    const top = view.getBoundingClientRect().top;
    const tall = document.querySelector(".tabs").offsetHeight;
    if (top < tall) window.scrollBy(0, top - tall);
  }

  function clear(view) {
    for (const input of all("[data-filter]", view)) {
      input.value = "";
      input.dispatchEvent(new Event("input"));
    }
    for (const form of all("form", view)) {
      form.reset();
      form.dispatchEvent(new Event("input"));
    }
  }

  /* ---- Filters ---- */

  const words = new WeakMap();
  const has = (row, wanted) => {
    if (!wanted) return true;
    if (!words.has(row)) {
      /* What a row lists of others is not what it is looked for by. */
      const cells = row.cells ? [...row.cells].filter((cell) => !("skip" in cell.dataset)) : [row];
      words.set(row, cells.map((cell) => cell.textContent).join(" ").toLowerCase());
    }
    return words.get(row).includes(wanted);
  };
  const wantedOf = (input) => input.value.trim().toLowerCase();

  for (const input of all("[data-filter]")) {
    const name = input.dataset.filter;
    const list = byId(`${name}-list`);
    const count = byId(`${name}-count`);
    if (!list) continue;
    input.addEventListener("input", () => {
      const rows = [...list.children];
      const wanted = wantedOf(input);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !has(row, wanted);
        shown += !row.hidden;
      }
      count.textContent = wanted ? `${number(shown)} of ${number(rows.length)}` : "";
    });
  }

  /* A form whose fields decide which rows of a table are shown. */
  function filter(name, noun, fits) {
    const form = byId(`${name}-filters`);
    const table = byId(`${name}-table`);
    if (!form || !table) return null;
    const rows = [...table.tBodies[0].rows];
    const count = byId(`${name}-count`);
    const apply = () => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !fits(row, form.elements);
        shown += !row.hidden;
      }
      count.textContent = shown === rows.length ? `${number(shown)} ${noun}` : `${number(shown)} of ${number(rows.length)} ${noun}`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    const clean = () => {
      form.reset();
      apply();
    };
    form.querySelector("button")?.addEventListener("click", clean);
    apply();
    return { form, apply, clean };
  }

  filter("people", "names", (row, fields) =>
    (!fields.kind.value || row.dataset.kind === fields.kind.value) && has(row, wantedOf(fields.words)));
  const statuses = (fields) => all("input[name=status]", byId("claims-filters"));
  const claims = filter("claims", "claims", (row, fields) =>
    statuses(fields).some((box) => box.checked && box.value === row.dataset.status) &&
    (!fields.by.value || row.dataset.by === fields.by.value) &&
    (!fields.story.value || row.dataset.story === fields.story.value) &&
    (!fields.article.value || row.dataset.article === fields.article.value) &&
    has(row, wantedOf(fields.words)));

  /* A count of claims shows those claims. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href='#claims'][data-status]");
    if (!link || !claims) return;
    claims.clean();
    for (const box of statuses()) box.checked = box.value === link.dataset.status;
    claims.form.elements.story.value = link.dataset.story ?? "";
    claims.apply();
  });

  /* A circle of a drawing leads to its row. */
  document.addEventListener("click", (event) => {
    const circle = event.target.closest("[data-go]");
    if (!circle) return;
    if (location.hash === `#${circle.dataset.go}`) go(false);
    location.hash = circle.dataset.go;
  });

  /* ---- Sorting ---- */

  for (const head of all("th[data-sort]")) {
    const button = element("button", { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending" ||
        (head.dataset.sort === "number" && !head.hasAttribute("aria-sort"));
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = head.closest("table").tBodies[0];
      const cell = (row) => row.cells[head.cellIndex].textContent;
      const compare = head.dataset.sort === "number"
        ? (a, b) => parseInt(cell(a), 10) - parseInt(cell(b), 10)
        : (a, b) => cell(a).localeCompare(cell(b), "en", { numeric: true });
      body.append(...[...body.rows].sort((a, b) => (down ? compare(b, a) : compare(a, b))));
    });
  }

  /* ---- Reader ---- */

  const mode = () => root.dataset.mode;

  function setMode(wanted) {
    root.dataset.mode = wanted;
    for (const button of all("[data-mode]", document.querySelector(".tools") ?? root)) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === wanted));
    }
    if (open && wanted !== "clean") source(open);
  }

  /* Puts an article into the reader. */
  function read(article) {
    if (open !== article) {
      chosen = marked = null;
      say();
    }
    open = article;
    for (const other of articles) other.hidden = other !== article;
    for (const [id, link] of shelf) {
      if (id === article.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (!article.dataset.ready) prepare(article);
    if (mode() !== "clean") source(article);
    const link = shelf.get(article.id);
    const list = link?.closest(".shelf");
    if (list && list.scrollHeight > list.clientHeight) {
      const top = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (top < 0 || top > list.clientHeight - 60) list.scrollTop += top - 80;
    }
  }

  /* Values that can be chosen; only one of them is a stop for Tab, arrows reach the others. */
  const stops = (article) =>
    all("h3 [data-r], .cd-text [data-r]", article).filter((it) => it.matches("mark, u") && !it.parentNode.closest("mark"));

  function prepare(article) {
    article.dataset.ready = "yes";
    stops(article).forEach((stop, at) => {
      stop.setAttribute("role", "button");
      stop.tabIndex = at === 0 ? 0 : -1;
    });
  }

  function move(from, by) {
    const list = stops(open);
    const at = by === Infinity ? list.length - 1 : by === -Infinity ? 0 : list.indexOf(from) + by;
    const next = list[Math.max(0, Math.min(list.length - 1, at))];
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /* The place that a claim or quote in the text has in the lists below it. */
  const listed = (article, it) =>
    it.dataset.c !== undefined ? byId(`${article.id}-c${it.dataset.c}`) : byId(`${article.id}-q${it.dataset.q}`);
  const placeOf = (it) => it?.dataset.r?.split(" ").map(Number) ?? null;

  /* The words of the text that a place stands for: of a claim, a quote, an event, or its own. */
  function spotsOf(target, kind) {
    const said = (name) => all(`.cd-text ${name}, h3 ${name}`, open);
    /* Of what stands in each other the innermost is underlined; all of it is part of the outer one. */
    const place = placeOf(kind === "e" ? byId(`${open.id}-c${target.dataset.k}`) : target);
    const within = (it) => {
      const own = placeOf(listed(open, it));
      return own && place && own[0] >= place[0] && own[1] <= place[1];
    };
    const found = "cqe".includes(kind) ? said(".cd-said").filter(within) : [];
    if (found.length) return found;
    return kind === "e" ? [target.closest("p, h3")] : [target];
  }

  /* Shows a place that a link names: highlights it in the text, and marks it in the source. */
  function jump(target) {
    const kind = /-([a-z])\d+$/.exec(target.id)?.[1] ?? "";
    const spots = spotsOf(target, kind);
    const onlySource = spots[0] === target && !"mu".includes(kind);
    if (onlySource) target.closest("details")?.setAttribute("open", "");
    choose(target, spots);
    if (onlySource && target.dataset.r && mode() === "clean") {
      setMode("source");
      focusMark();
      return;
    }
    if (mode() === "source" && !onlySource) setMode("clean");
    const spot = spots[0];
    if (!spot.hasAttribute("tabindex") && spot.tagName !== "A") spot.tabIndex = -1;
    spot.focus({ preventScroll: true });
    spot.scrollIntoView({ block: "center" });
  }

  /* Marks what a value was read from. */
  function choose(it, spots) {
    for (const other of all(".here")) if (!other.closest("pre")) other.classList.remove("here");
    for (const spot of spots) spot.classList.add("here");
    chosen = spots[0];
    marked = placeOf(it);
    say(it, spots);
    if (mode() !== "clean") source(open);
  }

  /* Says what was chosen. */
  function say(it, spots) {
    if (!value) return;
    value.replaceChildren();
    if (!it) {
      value.textContent = "Choose a highlighted word to see where in the source it stands.";
      return;
    }
    const text = spots.map((spot) => spot.textContent).join(" ").trim();
    const short = text.length > 80 ? `${text.slice(0, 80)}\u2026` : text;
    const title = it.title || spots[0].title;
    const what = title.startsWith(`${text} \u00b7 `) ? title.slice(text.length + 3) : title;
    value.append(element("b", { textContent: short }), what ? ` \u00b7 ${what}` : "");
    if (!it.dataset.r) value.append(" \u00b7 not in the source that is shown");
    const entity = it.dataset.p;
    const row = entity === undefined ? null : byId(`p${entity}`) ?? byId(`g${entity}`);
    if (row) value.append(" \u00b7 ", element("a", { href: `#${row.id}`, textContent: "all that is known of it" }));
  }

  const NOTES = {
    source: "The source itself. Struck out: dropped. Grey: markup and what is no block. Dotted: repaired.",
    rebuilt: "Rebuilt from the record, because the source is not at hand: all blocks as they stood, without markup. Struck out: dropped. Dotted: repaired.",
  };

  /* Draws the source of an article beside it, with what is marked. */
  function source(article) {
    const pages = article.querySelector(".pages");
    let pane = pages.querySelector(".source");
    if (!pane) {
      const note = NOTES[pages.dataset.raw] + ("cut" in pages.dataset ? " Parts are left out." : "");
      const id = `${article.id}-source`;
      pane = element("div", { className: "source" },
        element("h4", { id, textContent: "Source" }),
        element("p", { className: "facts", textContent: note }),
        element("pre", { tabIndex: 0 }));
      pane.lastChild.setAttribute("role", "region");
      pane.lastChild.setAttribute("aria-labelledby", id);
      pages.append(pane);
    }
    const pre = pane.querySelector("pre");
    const key = marked ? marked.join(" ") : "none";
    if (pre.dataset.key !== key) {
      pre.dataset.key = key;
      const data = byId(`raw-${article.id.slice(1)}`);
      if (data) draw(pre, JSON.parse(data.textContent));
      else pre.textContent = "Nothing of the source is in the record.";
    }
    const mark = pre.querySelector("mark");
    if (mark) pre.scrollTop = Math.max(0, mark.offsetTop - pre.clientHeight / 3);
  }

  function draw(pre, { text, runs }) {
    pre.replaceChildren();
    const [from, to] = marked ?? [-1, -1];
    const piece = (start, end, kind, label) => {
      if (start >= end) return;
      /* What is marked is cut out of what it stands in. */
      const cuts = [start, ...[from, to].filter((cut) => cut > start && cut < end), end];
      for (let at = 0; at + 1 < cuts.length; at++) {
        const inside = cuts[at] >= from && cuts[at + 1] <= to;
        const words = element("span", { className: kind, title: label, textContent: text.slice(cuts[at], cuts[at + 1]) });
        pre.append(inside ? element("mark", { className: "here", tabIndex: -1 }, words) : words);
      }
    };
    let at = 0;
    for (const [start, end, kind, label] of runs) {
      piece(at, start, "raw-out", "");
      piece(Math.max(at, start), end, kind, label);
      at = Math.max(at, end);
    }
    piece(at, text.length, "raw-out", "");
  }

  function focusMark() {
    const pre = open.querySelector(".source pre");
    const mark = pre?.querySelector("mark");
    (mark ?? pre)?.focus({ preventScroll: true });
    pre?.scrollIntoView({ block: "nearest" });
    if (mark) pre.scrollTop = Math.max(0, mark.offsetTop - pre.clientHeight / 3);
  }

  /* A word of the text was chosen: its place is shown, and if the source is not in view, it comes. */
  function pick(it) {
    const said = it.classList.contains("cd-said") ? listed(open, it) : null;
    const spots = said ? spotsOf(said, it.dataset.c === undefined ? "q" : "c") : [it];
    choose(said ?? it, spots);
    const id = said?.id || it.id;
    if (id) history.replaceState(null, "", `#${id}`);
    chosen = it;
    if (mode() === "clean" && marked) {
      setMode("source");
      focusMark();
    }
  }

  for (const article of articles) {
    article.addEventListener("click", (event) => {
      if (event.target.closest("a[href]")) return;
      const it = event.target.closest("mark[data-r], u[data-r]") ?? event.target.closest(".cd-said");
      if (it && it.closest(".cd-text, h3")) pick(it);
    });
    article.addEventListener("keydown", (event) => {
      const stop = event.target.closest("[role=button][data-r]");
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
      if (stop && event.key in steps) {
        event.preventDefault();
        move(stop, steps[event.key]);
      } else if (stop && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        pick(stop);
      }
    });
  }

  /* Escape goes back from the source to the word, and then lets it go. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open || open.closest("section").hidden) return;
    if (mode() === "source" && chosen) {
      setMode("clean");
      chosen.focus();
      chosen.scrollIntoView({ block: "center" });
    } else if (chosen) {
      for (const other of all(".here")) other.classList.remove("here");
      chosen = marked = null;
      say();
      if (mode() !== "clean") source(open);
    }
  });

  for (const button of all(".tools [data-mode]")) button.addEventListener("click", () => setMode(button.dataset.mode));
  for (const button of all(".tools [data-step]")) {
    button.addEventListener("click", () => {
      const at = articles.indexOf(open) + Number(button.dataset.step);
      const next = articles[(at + articles.length) % articles.length];
      if (next) {
        history.pushState(null, "", `#${next.id}`);
        read(next);
        next.focus({ preventScroll: true });
        scrollTo(next.closest("section"));
      }
    });
  }

  setMode(wide.matches ? "both" : "clean");
  say();
  if (open) read(open);
  go(true);
  root.classList.remove("early");
  window.addEventListener("hashchange", () => go(false));
  /* The same link again is no change of the address, but asks for the same. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) setTimeout(() => go(false));
  });
})();
