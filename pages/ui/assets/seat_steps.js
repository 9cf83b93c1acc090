// What is to be seen of the page: one item at a time on phones, the first open item, the last call.

import { noteDraft } from "./seat_draft.js";
import { afterDrawing, box, element, stored } from "./seat_parts.js";

const PHONE = "(max-width: 640px)";
// What answers an item: groups of choices, boxes for words, the tick below a ranking.
const DESCRIBED = "[role=radiogroup], [role=toolbar], input[type=text], [class*=_skip] input";

/** Shows the screen that the data names; a new one from its heading on. */
export function layOut(page, before) {
  const { data } = page;
  page.root.dataset.screen = data.screen;
  if (data.screen !== before) {
    page.step = data.screen === "items" ? Math.min(stored()?.step ?? 0, data.items.length) : 0;
    if (before) {
      scrollUp(); // at once: the foot of the new page may show the learner's own answers
      afterDrawing(readFromTop);
    }
  }
  drawSteps(page);
  if (data.open && data.open.at !== page.opened) {
    page.opened = data.open.at;
    page.step = data.items.findIndex(({ id }) => id === data.open.item) + 1;
    drawSteps(page);
    afterDrawing(() => enter(data.open.item));
  }
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

function keysOf(id) {
  return [`item_${id}`, `block_${id}`, `open_${id}`];
}

function drawSteps(page) {
  const { items = [], screen, words } = page.data;
  const shown = page.root.querySelector(".roads-steps");
  if (screen !== "items") {
    // The items are on the page a moment before their steps are.
    page.stepStyle.textContent = onPhones('[class*="st-key-item_"], [class*="st-key-block_"], .st-key-reflect_send');
    shown?.remove();
    return;
  }
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
  page.stepStyle.textContent = onPhones(selectors);
  // A button that has the focus must not be replaced without need.
  const bar = steps(page, last, words);
  if (shown?.outerHTML === bar.outerHTML) return;
  shown?.remove();
  page.root.prepend(bar);
}

function onPhones(hidden) {
  return `@media screen and ${PHONE} { ${hidden} { display: none !important; } }`;
}

function steps(page, last, words) {
  const back = element("button", { type: "button", textContent: words.back, className: "roads-back" });
  const next = element("button", { type: "button", textContent: page.step ? words.next : words.start, className: "roads-next" });
  back.onclick = () => turnTo(page, page.step - 1);
  next.onclick = () => turnTo(page, page.step + 1);
  back.hidden = page.step === 0;
  next.hidden = page.step === last;
  const text = page.step ? words.progress.replace("{number}", page.step).replace("{count}", last) : "";
  const progress = element("p", { textContent: text });
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
      const beside = firstBox(id)?.querySelectorAll(".roads-statement, .roads-hint") ?? [];
      const said = [...beside, box(`open_${id}`)].filter(Boolean);
      said.forEach((words, at) => (words.id ||= `roads_${id}_${at}`));
      for (const group of firstBox(id)?.querySelectorAll(DESCRIBED) ?? []) {
        group.setAttribute("aria-describedby", said.map((words) => words.id).join(" "));
      }
    }
  });
}

/** Counts down to the end of the last call. */
export function drawCountdown(page) {
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
