// The learner's page in the browser: follows the lesson, remembers the seat and the draft in this tab alone, shows one
// item at a time on phones, and draws the take-home sheet. Every word comes with the data; no answer leaves from here.

import { announceConnection, followLesson, speak } from "./chrome.js";
import { excludeOthers, noteDraft } from "./seat_draft.js";
import { box, element, store, stored } from "./seat_parts.js";
import { drawSheet } from "./seat_sheet.js";
import { drawCountdown, layOut } from "./seat_steps.js";

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
  tidyCodeField();
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
  document.addEventListener("click", (event) => chooseLanguage(page, event), { signal });
  document.addEventListener("keydown", joinOnEnter, { signal });
  window.addEventListener("popstate", () => setTimeout(() => keepAddress(page)), { signal });
  page.pills = excludeOthers(page);
  return page;
}

function rootIn(parent) {
  return parent.querySelector(".roads-seat") ?? parent.appendChild(element("div", { className: "roads-seat" }));
}

// --- The seat, in this tab's own storage ------------------------------------------------------------------------------

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
  const hear = (heard) => {
    clearInterval(page.poll);
    page.heard = heard;
    if (heard !== page.revision) askSoon(page);
  };
  page.unfollow = followLesson(code, hear, "learners");
}

// Whoever waits for the items asks at once. The others spread over `patience` seconds: hundreds of pages must not all
// ask in the same moment.
function askSoon(page) {
  if (page.asking) return;
  const { screen, patience = 0 } = page.data;
  page.asking = setTimeout(() => {
    page.asking = 0;
    if (page.heard !== page.revision) page.tell("changed", page.heard);
  }, screen === "waiting" ? 0 : Math.random() * patience * 1000);
}

// --- The code and the language --------------------------------------------------------------------------------------

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
