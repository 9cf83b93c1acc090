// The learner's page in the browser: follows the lesson, remembers the seat and the draft in this tab alone, shows one
// item at a time on phones, and draws the take-home sheet. Every word comes with the data; no answer leaves from here.

import { announceConnection, announceSilence, followLesson, speak } from "./chrome.js";
import { excludeOthers, noteDraft } from "./seat_draft.js";
import { box, element } from "./seat_parts.js";
import { drawSheet } from "./seat_sheet.js";
import { drawCountdown, layOut } from "./seat_steps.js";
import { offerSupport } from "./seat_support.js";
import { keepSeat, unwatchTab, watchTab } from "./seat_tab.js";

const SILENCE_MILLISECONDS = 5000;
const DOUBT_MILLISECONDS = 500;

export function draw(component) {
  const { parentElement } = component;
  const data = JSON.parse(new TextDecoder().decode(component.data));
  const page = (parentElement.openRoadsSeat ??= begin());
  const before = page.data?.screen;
  Object.assign(page, { data, tell: component.setTriggerValue, root: rootIn(parentElement) });
  speak(data.language, data.direction);
  announceConnection(data.disconnected);
  stopWaiting(page);
  keepSeat(page);
  follow(page);
  tidyCodeField();
  layOut(page, before);
  drawCountdown(page);
  drawSheet(page);
  offerSupport(page);
}

export function stop({ parentElement }) {
  const page = parentElement.openRoadsSeat;
  if (!page) return;
  page.ending.abort();
  unwatchTab(page);
  stopWaiting(page);
  page.unfollow?.();
  clearTimeout(page.asking);
  clearInterval(page.clock);
  page.pills.disconnect();
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
  document.addEventListener("click", (event) => press(page, event), { signal, capture: true });
  document.addEventListener("click", (event) => chooseLanguage(page, event), { signal });
  document.addEventListener("keydown", joinOnEnter, { signal });
  document.addEventListener("focusin", keepOutOfMemory, { signal });
  watchTab(page);
  page.pills = excludeOthers(page);
  return page;
}

function rootIn(parent) {
  return parent.querySelector(".roads-seat") ?? parent.appendChild(element("div", { className: "roads-seat" }));
}

// --- The lesson ------------------------------------------------------------------------------------------------------

function follow(page) {
  const { code, revision } = page.data;
  page.revision = revision;
  if (page.following === code) return;
  page.following = code;
  page.unfollow?.();
  page.unfollow = code ? followLesson(code, (heard) => hear(page, heard), "learners") : null;
}

function hear(page, heard) {
  page.heard = heard;
  if (heard !== page.revision) askSoon(page);
  return heard === page.revision;
}

// Whoever waits for the items asks at once. The others spread over `patience` seconds: hundreds of pages must not all
// ask in the same moment. A page in doubt has just said whose it is, and a busy server takes in the last report alone.
function askSoon(page) {
  if (page.asking) return;
  const { screen, patience = 0, is_doubted: isDoubted } = page.data;
  page.asking = setTimeout(() => {
    page.asking = 0;
    if (page.data.is_doubted) askSoon(page);
    else if (page.heard !== page.revision) page.tell("changed", page.heard);
  }, isDoubted ? DOUBT_MILLISECONDS : screen === "waiting" ? 0 : Math.random() * patience * 1000);
}

// The second half of a double click would press what has come up in that place: "I'm done", or "Answer again".
// Every press is answered by new data. A press into a network that has fallen silent is not; it is done when it wakes.
function press(page, event) {
  if (!event.target.closest?.("[data-testid=stButton] button")) return;
  if (event.detail > 1) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  stopWaiting(page);
  page.waiting = setTimeout(() => announceSilence(true), SILENCE_MILLISECONDS);
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  announceSilence(false);
}

// --- Fields and languages -----------------------------------------------------------------------------------------

function tidyCodeField() {
  const field = box("reflect_code")?.querySelector("input");
  for (const [name, value] of [["autocapitalize", "characters"], ["autocorrect", "off"], ["spellcheck", "false"]]) {
    field?.setAttribute(name, value);
  }
}

// The browser must offer nobody what somebody else has typed here.
function keepOutOfMemory({ target }) {
  if (target.matches?.("textarea, input[type=text]")) target.autocomplete = "off";
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
