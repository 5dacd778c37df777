// Keys and marks. Everything here works without it too: links, forms and cards are in the page.
"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const OFF = "ondit-keys-off";
  const cards = $$(".card");
  const rows = $$("#main [data-row], tbody tr[id^=e], .stories > li, .listing tbody tr");
  const stops = cards.length ? cards : rows;
  const deciding = $("#deciding");
  let at = -1;
  let editing = null;

  const isOff = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
  const number = (card) => card.id.slice(1);
  const cardOf = (one) => document.getElementById("a" + one);

  // --- hovering and focus: the card of the innermost mark, and all its words lit ---------------------------
  const peek = document.createElement("aside");
  peek.className = "peek";
  peek.hidden = true;
  peek.setAttribute("aria-hidden", "true"); // the card itself is in the page
  document.body.append(peek);

  function light(one) {
    for (const lit of $$(".lit")) lit.classList.remove("lit");
    if (!one) return;
    for (const mark of $$("[data-a]")) if (mark.dataset.a.split(" ").includes(one)) mark.classList.add("lit");
    const chip = $(`.chip[href="#a${one}"]`);
    if (chip) chip.classList.add("lit");
  }
  function show(one) {
    const card = cardOf(one);
    if (!card || editing) return;
    light(one);
    const copy = card.cloneNode(true);
    for (const act of $$(".acts, [id]", copy)) act.remove();
    const holder = document.createElement("div");
    holder.append(...copy.childNodes);
    peek.className = "peek " + card.className.replace(/card|current/g, "").trim();
    peek.replaceChildren(holder);
    peek.hidden = false;
  }
  function hide() { peek.hidden = true; if (!editing) light(null); }
  function meant(target) {
    const mark = target.closest && target.closest("[data-a], .chip[href^='#a']");
    if (!mark) return null;
    return mark.dataset.a ? mark.dataset.a.split(" ").pop() : mark.getAttribute("href").slice(2);
  }
  if (cards.length) {
    for (const mark of $$(".text [title]")) mark.removeAttribute("title"); // the card says it better
    let leaving = 0;
    document.addEventListener("pointerover", (event) => {
      const one = meant(event.target);
      clearTimeout(leaving);
      if (one) show(one);
      else if (!event.target.closest(".peek")) leaving = setTimeout(hide, 300);
    });
    document.addEventListener("focusin", (event) => { const one = meant(event.target); if (one) show(one); else hide(); });
  }

  // --- moving ----------------------------------------------------------------------------------------------
  function go(to) {
    if (!stops.length) return;
    at = Math.max(0, Math.min(stops.length - 1, to));
    for (const stop of $$(".current")) stop.classList.remove("current");
    const stop = stops[at];
    stop.classList.add("current");
    const chip = cards.length && $(`.chip[href="#${stop.id}"]`);
    const target = chip || $("a", stop) || stop;
    if (target === stop) stop.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    if (cards.length) show(number(stop));
  }
  function current() {
    if (at >= 0) return stops[at];
    const focused = document.activeElement && meant(document.activeElement);
    return (focused && cardOf(focused)) || cards[0];
  }

  // --- deciding --------------------------------------------------------------------------------------------
  function offer(kind, card) {
    if (!deciding || !card) return;
    const form = $("form", deciding);
    form.elements.kind.value = kind;
    form.elements.one.value = card.dataset.id;
    form.elements.back.value = location.pathname + "#" + card.id;
    $("h2", deciding).textContent = `${kind[0].toUpperCase()}${kind.slice(1)} attribution ${number(card)}`;
    $(".of", deciding).textContent = $("h3", card).textContent.trim();
    $(".edits", deciding).hidden = kind !== "edit";
    deciding.classList.toggle("editing", kind === "edit");
    hide();
    if (kind === "edit") {
      editing = card;
      for (const part of ["source", "cue", "content"]) {
        form.elements[part + "_at"].value = card.dataset[part];
        tell(part, card.dataset[part]);
      }
      light(number(card));
      deciding.show();
      $("[name=pointing]:checked", form).focus();
    } else {
      deciding.showModal();
      form.elements.reason.focus();
    }
  }
  function tell(part, spots) {
    const words = spots.split(" ").filter(Boolean).map(words_at);
    $(`[data-words=${part}]`, deciding).textContent = words.join(" … ") || "none";
  }
  // A stretch says where it starts in code points; so does a place within it.
  function place(node, offset) {
    let mark = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    mark = mark.closest("[data-s]");
    if (!mark) return null;
    const start = Number(mark.dataset.s);
    if (mark.dataset.n) return start + (offset > 0 ? Number(mark.dataset.n) : 0);
    const before = document.createRange();
    before.setStart(mark, 0);
    before.setEnd(node, offset);
    return start + [...before.toString()].length;
  }
  function words_at(spot) {
    const [, title, start, end] = spot.match(/^(title:)?(\d+)-(\d+)$/);
    const text = $(`.text[data-part=${title ? "title" : "body"}]`);
    let words = "";
    for (const mark of $$("[data-s]", text)) {
      const from = Number(mark.dataset.s);
      const letters = [...mark.textContent];
      words += letters.filter((_, n) => from + n >= start && from + n < end).join("");
    }
    return words;
  }
  // The spot with one border a word further out or in: for those who have no pointer to select with.
  function nudged(spot, side, way) {
    const [, title, start, end] = spot.match(/^(title:)?(\d+)-(\d+)$/);
    const text = $(`.text[data-part=${title ? "title" : "body"}]`);
    const marks = $$("[data-s]", text);
    const last = marks[marks.length - 1];
    const borders = [Number(last.dataset.s) + [...last.textContent].length];
    for (const mark of marks) {
      let before = " ";
      [...mark.textContent].forEach((letter, n) => {
        const place = Number(mark.dataset.s) + n;
        if (/\s/.test(before) !== /\s/.test(letter) || n === 0) borders.push(place);
        before = letter;
      });
    }
    borders.sort((one, other) => one - other);
    const from = Number(side === "start" ? start : end);
    const to = way === "earlier" ? borders.filter((one) => one < from).pop() : borders.find((one) => one > from);
    const moved = side === "start" ? [to, Number(end)] : [Number(start), to];
    return to === undefined || moved[0] >= moved[1] ? spot : `${title || ""}${moved[0]}-${moved[1]}`;
  }
  function pointed() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const text = range.commonAncestorContainer.parentElement.closest(".text") ||
      (range.commonAncestorContainer.closest && range.commonAncestorContainer.closest(".text"));
    if (!text) return null;
    const marks = $$("[data-s]", text).filter((mark) => range.intersectsNode(mark));
    if (!marks.length) return null;
    const first = marks[0], last = marks[marks.length - 1];
    const start = first.contains(range.startContainer) ? place(range.startContainer, range.startOffset) : Number(first.dataset.s);
    const end = last.contains(range.endContainer) ? place(range.endContainer, range.endOffset)
      : Number(last.dataset.s) + (Number(last.dataset.n) || [...last.textContent].length);
    if (start === null || end === null || start >= end) return null;
    return (text.dataset.part === "title" ? "title:" : "") + start + "-" + end;
  }
  if (deciding) {
    const form = $("form", deciding);
    const part = () => form.elements.pointing.value;
    document.addEventListener("mouseup", () => { if (editing) take(false); });
    document.addEventListener("keyup", (event) => { if (editing && event.shiftKey) take(false); });
    function take(more) {
      const spot = pointed();
      if (!spot) return;
      const field = form.elements[part() + "_at"];
      field.value = more || form.elements.adding.checked ? `${field.value} ${spot}`.trim() : spot;
      tell(part(), field.value);
    }
    for (const clear of $$("[data-clear]", deciding)) {
      clear.addEventListener("click", () => { form.elements[clear.dataset.clear + "_at"].value = ""; tell(clear.dataset.clear, ""); });
    }
    for (const button of $$("[data-nudge]", deciding)) {
      button.addEventListener("click", () => {
        const [side, way] = button.dataset.nudge.split(" ");
        const field = form.elements[part() + "_at"];
        const spots = field.value.split(" ").filter(Boolean);
        if (!spots.length) return;
        const which = side === "start" ? 0 : spots.length - 1;
        spots[which] = nudged(spots[which], side, way);
        field.value = spots.join(" ");
        tell(part(), field.value);
      });
    }
    $("[data-cancel]", deciding).addEventListener("click", () => deciding.close());
    deciding.addEventListener("close", () => { editing = null; light(null); if (at >= 0) go(at); });
    for (const act of $$("[data-act]")) {
      act.addEventListener("click", (event) => {
        const card = act.closest(".card");
        if (!card || !deciding.dataset.open) return;
        event.preventDefault();
        offer(act.dataset.act, card);
      });
    }
  }

  // --- help and keys ---------------------------------------------------------------------------------------
  const help = $("#help");
  if (help) {
    const box = $("[name=keys]", help);
    box.checked = !isOff();
    box.addEventListener("change", () => { try { localStorage.setItem(OFF, box.checked ? "no" : "yes"); } catch { /* this time only */ } });
    for (const opener of $$("[data-help]")) opener.addEventListener("click", () => help.showModal());
    document.body.classList.add("scripted");
  }
  const KEYS = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => offer("accept", current()),
    x: () => offer("reject", current()),
    e: () => offer("edit", current()),
    "?": () => help && help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { hide(); if (editing) deciding.close(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    const act = KEYS[event.key];
    if (!act || (isOff() && event.key !== "?")) return;
    event.preventDefault();
    act();
  });
})();
