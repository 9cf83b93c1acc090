// The learner's page in the browser: follows the lesson, remembers the seat and the draft in this tab alone, shows one
// item at a time on phones, and draws the take-home sheet. Every word comes with the data; no answer leaves from here.

import { announceConnection, followLesson, speak } from "./chrome.js";

const STORED = "open-roads-seat";
const PHONE = "(max-width: 640px)";
const POLL_MILLISECONDS = 5000;
// Screens on which this tab holds the seat that the page names.
const HOLDING = ["waiting", "items", "sent", "deleted", "closed"];

export function draw(component) {
  const { data, parentElement } = component;
  const page = (parentElement.openRoadsSeat ??= begin());
  const before = page.data?.screen;
  Object.assign(page, { data, tell: component.setTriggerValue, root: rootIn(parentElement) });
  speak(data.language, data.direction);
  announceConnection(data.disconnected);
  keepSeat(page);
  follow(page);
  layOut(page, before);
  drawCountdown(page);
  drawSheet(page);
}

export function stop({ parentElement }) {
  const page = parentElement.openRoadsSeat;
  if (!page) return;
  page.ending.abort();
  page.unfollow?.();
  clearInterval(page.poll);
  clearInterval(page.clock);
  page.stepStyle.remove();
  delete parentElement.openRoadsSeat;
}

// Streamlit keeps some events to itself, so they are heard on their way down.
function begin() {
  const page = { step: 0, ending: new AbortController(), stepStyle: document.createElement("style") };
  const { signal } = page.ending;
  document.head.append(page.stepStyle);
  for (const event of ["input", "click", "keyup", "change"]) {
    document.addEventListener(event, () => noteDraft(page), { signal, capture: true });
  }
  document.addEventListener("click", (event) => excludeOthers(page, event), { signal, capture: true });
  document.addEventListener("click", (event) => chooseLanguage(page, event), { signal });
  document.addEventListener("keydown", joinOnEnter, { signal });
  window.addEventListener("popstate", () => setTimeout(() => keepAddress(page)), { signal });
  return page;
}

function rootIn(parent) {
  return parent.querySelector(".roads-seat") ?? parent.appendChild(element("div", { className: "roads-seat" }));
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function box(key) {
  return document.querySelector(`.st-key-${CSS.escape(key)}`);
}

// --- The seat and the draft, in this tab's own storage ---------------------------------------------------------------

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED));
  } catch {
    return null;
  }
}

function store(value) {
  try {
    if (value) sessionStorage.setItem(STORED, JSON.stringify(value));
    else sessionStorage.removeItem(STORED);
  } catch {
    // A browser may forbid storage; then a reload asks who is there.
  }
}

function keepSeat(page) {
  const { screen, seat } = page.data;
  const kept = stored();
  if (screen === "welcome") store(null);
  else if (page.data.is_doubted) {
    const isOurs = kept?.seat === seat;
    box("reflect_doubt")?.toggleAttribute("hidden", isOurs);
    if (page.answered === seat) return;
    page.answered = seat;
    if (isOurs) page.tell("tab", { seat, draft: kept.draft ?? {} });
    else page.tell("stranger", seat);
  } else if (HOLDING.includes(screen) && seat) {
    if (screen !== "items" || kept?.seat !== seat) store({ seat });
  }
  keepAddress(page);
}

// Back must neither lose this person's place nor show the last person's.
function keepAddress(page) {
  const { screen, code, seat } = page.data;
  const url = new URL(location.href);
  if (screen === "welcome") url.searchParams.delete("seat");
  else if (HOLDING.includes(screen) && seat) {
    url.searchParams.set("code", code);
    url.searchParams.set("seat", seat);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

function noteDraft(page) {
  if (page.data.screen !== "items") return;
  clearTimeout(page.noting);
  page.noting = setTimeout(() => {
    const { screen, seat } = page.data;
    if (screen === "items") store({ seat, step: page.step, draft: draftOnPage() });
  }, 60);
}

// Widget key → position of the chosen option, positions, text, or true; what is still open is left out.
function draftOnPage() {
  const draft = {};
  for (const widget of document.querySelectorAll('[class*="st-key-item_"], [class*="st-key-share_"]')) {
    const key = [...widget.classList].find((name) => /^st-key-(item|share)_/.test(name)).slice(7);
    const value = valueOf(widget);
    if (value !== null) draft[key] = value;
  }
  return draft;
}

function valueOf(widget) {
  const radio = widget.querySelector("input[type=radio]:checked");
  if (radio) return Number(radio.value);
  const pressed = pills(widget).flatMap((pill, at) => (isPressed(pill) ? [at] : []));
  if (pressed.length) return pressed;
  return widget.querySelector("textarea")?.value || widget.querySelector("input[type=checkbox]")?.checked || null;
}

function pills(widget) {
  return [...widget.querySelectorAll("[data-testid=stButtonGroup] button")];
}

function isPressed(pill) {
  return pill.getAttribute("aria-pressed") === "true";
}

// "None of these" and "rather not say" take the other choices back, and the other way round.
function excludeOthers(page, event) {
  const pill = event.target.closest?.("[data-testid=stButtonGroup] button");
  const item = pill && page.data.items?.find(({ id, alone }) => alone && box(`item_${id}`)?.contains(pill));
  if (!item || !event.isTrusted) return;
  const all = pills(box(`item_${item.id}`));
  const chosen = all.indexOf(pill);
  const clashes = (at) => at !== chosen && (item.alone.includes(chosen) || item.alone.includes(at));
  // One after the other: Streamlit must have taken each press before the next.
  const release = () => {
    const other = isPressed(pill) && all.find((candidate, at) => clashes(at) && isPressed(candidate));
    if (!other) return;
    other.click();
    setTimeout(release, 40);
  };
  setTimeout(release, 40);
}

// --- The lesson ------------------------------------------------------------------------------------------------------

function follow(page) {
  const { code, revision } = page.data;
  page.revision = revision;
  if (page.following === code) return;
  page.following = code;
  page.unfollow?.();
  clearInterval(page.poll);
  page.unfollow = null;
  if (!code) return;
  // Should the network let no such connection through, the page asks by itself.
  page.poll = setInterval(() => page.tell("changed", Date.now()), POLL_MILLISECONDS);
  page.unfollow = followLesson(code, (heard) => {
    clearInterval(page.poll);
    if (heard !== page.revision) page.tell("changed", heard);
  });
}

// --- One item at a time on phones ------------------------------------------------------------------------------------

function layOut(page, before) {
  const { data } = page;
  page.root.dataset.screen = data.screen;
  if (data.screen !== before) {
    page.step = data.screen === "items" ? Math.min(stored()?.step ?? 0, data.items.length) : 0;
    if (before) afterDrawing(readFromTop);
  }
  tidyCodeField();
  drawSteps(page);
  if (data.open && data.open.at !== page.opened) {
    page.opened = data.open.at;
    page.step = data.items.findIndex(({ id }) => id === data.open.item) + 1;
    drawSteps(page);
    afterDrawing(() => enter(data.open.item));
  }
}

function afterDrawing(act) {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

// A new screen is read from its heading on.
function readFromTop() {
  const start = document.querySelector(".roads-title, .st-key-reflect_saved [role=alert], .st-key-reflect_saved [role=status]");
  start?.setAttribute("tabindex", "-1");
  start?.focus({ preventScroll: true });
  scrollUp();
}

function scrollUp() {
  document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 });
}

function tidyCodeField() {
  const field = box("reflect_code")?.querySelector("input");
  for (const [name, value] of [["autocapitalize", "characters"], ["autocorrect", "off"], ["spellcheck", "false"]]) {
    field?.setAttribute(name, value);
  }
}

function joinOnEnter(event) {
  if (event.key !== "Enter" || event.isComposing || !box("reflect_code")?.contains(event.target)) return;
  // After Streamlit's own listener has taken the field's value.
  setTimeout(() => box("reflect_join")?.querySelector("button")?.click());
}

function chooseLanguage(page, event) {
  const link = event.target.closest?.(".roads-languages a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  page.tell("language", link.hreflang);
}

function keysOf(id) {
  return [`item_${id}`, `block_${id}`, `open_${id}`];
}

function drawSteps(page) {
  const { items = [], screen, words } = page.data;
  page.root.querySelector(".roads-steps")?.remove();
  page.stepStyle.textContent = "";
  if (screen !== "items") return;
  describeItems(items);
  const last = items.length;
  const hidden = items.flatMap(({ id }, at) => (at + 1 === page.step ? [] : keysOf(id)));
  if (page.step < last) hidden.push("reflect_send");
  if (page.step > 0 && page.step < last) hidden.push("reflect_skip_all");
  // A container's wrapper would leave a gap behind.
  const selectors = hidden
    .map((key) => `.st-key-${CSS.escape(key)}`)
    .flatMap((name) => [name, `[data-testid=stLayoutWrapper]:has(> ${name})`])
    .concat(page.step ? ".roads-before" : [])
    .join(",");
  page.stepStyle.textContent = `@media screen and ${PHONE} { ${selectors} { display: none !important; } }`;
  page.root.prepend(steps(page, last, words));
}

function steps(page, last, words) {
  const back = element("button", { type: "button", textContent: words.back, className: "roads-back" });
  const next = element("button", { type: "button", textContent: page.step ? words.next : words.start, className: "roads-next" });
  back.onclick = () => turnTo(page, page.step - 1);
  next.onclick = () => turnTo(page, page.step + 1);
  back.hidden = page.step === 0;
  next.hidden = page.step === last;
  const text = page.step ? words.progress.replace("{number}", page.step).replace("{count}", last) : "";
  const progress = element("p", { textContent: text, role: "status" });
  progress.setAttribute("role", "status");
  const bar = element("div", { className: "roads-steps" }, back, progress, next);
  bar.style.setProperty("--share", page.step / last);
  return bar;
}

function turnTo(page, step) {
  page.step = step;
  drawSteps(page);
  noteDraft(page);
  scrollUp();
  if (step) enter(page.data.items[step - 1].id);
  else readFromTop();
}

function firstBox(id) {
  return [`block_${id}`, `item_${id}`].map(box).find(Boolean);
}

// To the first choice of an item; to a text box only its surroundings, or a phone's keyboard would hide the page.
function enter(id) {
  const place = firstBox(id);
  if (!place) return;
  const target = place.querySelector("input[type=radio], [data-testid=stButtonGroup] button") ?? place;
  if (target === place) place.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  if (!matchMedia(PHONE).matches) (box(`open_${id}`) ?? place).scrollIntoView({ block: "center" });
}

// Ties the words that stand beside a group of choices to the group, for those who hear the page.
function describeItems(items) {
  afterDrawing(() => {
    for (const { id } of items) {
      const said = [box(`open_${id}`), firstBox(id)?.querySelector(".roads-statement")].filter(Boolean);
      said.forEach((words, at) => (words.id ||= `roads_${id}_${at}`));
      for (const group of firstBox(id)?.querySelectorAll("[role=radiogroup], [role=toolbar]") ?? []) {
        group.setAttribute("aria-describedby", said.map((words) => words.id).join(" "));
      }
    }
  });
}

// --- The last call ---------------------------------------------------------------------------------------------------

function drawCountdown(page) {
  const { last_call: lastCall, words } = page.data;
  if (lastCall?.ends_at === page.lastCall) return;
  page.lastCall = lastCall?.ends_at;
  clearInterval(page.clock);
  page.root.querySelector(".roads-countdown")?.remove();
  if (!lastCall) return;
  // The server says how long is left, so the clocks of the devices do not matter.
  const end = performance.now() + lastCall.seconds_left * 1000;
  const shown = element("p", { className: "roads-countdown" });
  shown.setAttribute("role", "timer");
  page.root.append(shown);
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    const text = left ? words.countdown.replace("{time}", time) : words.closing;
    if (shown.textContent !== text) shown.textContent = text;
    if (!left) clearInterval(page.clock);
  };
  page.clock = setInterval(tick, 250);
  tick();
}

// --- The take-home sheet: on this page only, and kept nowhere ----------------------------------------------------------

function drawSheet(page) {
  const { screen, sheet, words } = page.data;
  const shown = page.root.querySelector(".roads-sheet");
  const stays = ["sent", "closed", "over"].includes(screen);
  if (shown && (sheet || !stays)) shown.remove();
  if (stays && sheet) page.root.append(makeSheet(sheet, words, page.data.language));
}

function makeSheet(sheet, words, language) {
  const answers = element("dl");
  for (const [statement, answer] of sheet) {
    answers.append(element("dt", { textContent: statement }), element("dd", { textContent: answer }));
  }
  const print = element("button", { type: "button", textContent: words.print, onclick: () => window.print() });
  const save = element("button", { type: "button", textContent: words.save, hidden: true });
  save.onclick = () => download(words.sheet_title, answers, language);
  const own = element("input", { type: "checkbox" });
  own.onchange = () => (save.hidden = !own.checked);
  return element(
    "section",
    { className: "roads-sheet" },
    element("h2", { textContent: words.sheet_title }),
    element("p", { textContent: words.sheet_note }),
    answers,
    element("div", { className: "roads-sheet-tools" }, print, element("label", {}, own, words.own_device), save),
  );
}

// Made in the browser and saved by the browser; nothing goes to the server.
function download(title, answers, language) {
  const file = document.implementation.createHTMLDocument(title);
  file.documentElement.lang = language;
  const style = element("style", {
    textContent: "body{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0;white-space:pre-line}",
  });
  file.head.prepend(Object.assign(file.createElement("meta"), { charset: "utf-8" }));
  file.head.firstChild.setAttribute("charset", "utf-8");
  file.head.append(style);
  file.body.append(element("h1", { textContent: title }), answers.cloneNode(true));
  const blob = new Blob([`<!DOCTYPE html>\n${file.documentElement.outerHTML}`], { type: "text/html" });
  const link = element("a", { href: URL.createObjectURL(blob), download: "open-roads.html" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
