// The teacher's page follows its lesson: it draws again when the lesson has changed elsewhere, and its clock ticks.
// Runs again on every change of data, so everything is kept per component and nothing is started twice.

import { followLesson } from "./chrome.js";

const SETTLE_MS = 200;
const DOUBLE_PRESS_MS = 700;
const TEXT_TO_READ = '[class*="st-key-console_text_"]';
const pages = new WeakMap();

export function draw(component) {
  const { parentElement, data } = component;
  const page = pages.get(parentElement) ?? start(parentElement);
  page.component = component;
  page.skew = Date.parse(data.server_now) - Date.now();
  if (page.code !== data.code) {
    page.stopFollowing?.();
    page.code = data.code;
    page.stopFollowing = followLesson(data.code, (revision) => changed(page, revision));
  }
  tick(page);
}

export function stop({ parentElement }) {
  const page = pages.get(parentElement);
  if (!page) return;
  pages.delete(parentElement);
  page.stopFollowing?.();
  clearInterval(page.ticking);
  clearTimeout(page.settling);
  window.removeEventListener("click", page.onClick, true);
}

function start(parentElement) {
  const page = { parentElement, pressedAt: -Infinity };
  page.ticking = setInterval(() => tick(page), 250);
  page.onClick = (event) => swallowSecondPress(page, event);
  window.addEventListener("click", page.onClick, true);
  pages.set(parentElement, page);
  return page;
}

// A press on this page changes the lesson too, and its own answer arrives a moment later: wait for it before asking again.
function changed(page, revision) {
  clearTimeout(page.settling);
  page.settling = setTimeout(() => {
    const { data, setTriggerValue } = page.component;
    if (revision !== data.revision) setTriggerValue("changed", revision);
  }, SETTLE_MS);
  return revision === page.component.data.revision;
}

// Two clicks in a row on one of these buttons are one press: the second would walk on, or close for good.
function swallowSecondPress(page, event) {
  const guarded = page.component.data.guarded.map((key) => `.st-key-${CSS.escape(key)}`).join(",") || ":not(*)";
  const button = event.target.closest?.("button");
  // A text that has been approved makes way for the next one, which nobody has read yet.
  const isOnNextText = event.detail > 1 && button?.closest(TEXT_TO_READ);
  if (!isOnNextText && !button?.closest(guarded)) return;
  if (isOnNextText || event.timeStamp - page.pressedAt < DOUBLE_PRESS_MS) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  page.pressedAt = event.timeStamp;
}

function tick(page) {
  const face = page.parentElement.querySelector("[data-clock]");
  const { ends_at, left, over, paused } = page.component?.data ?? {};
  if (!face) return;
  const runs = left === null && Boolean(ends_at);
  face.hidden = !runs && left === null;
  face.toggleAttribute("data-paused", left !== null);
  if (left !== null) face.dataset.paused = paused;
  if (face.hidden) return;
  const seconds = runs ? Math.max(0, Math.ceil((Date.parse(ends_at) - Date.now() - page.skew) / 1000)) : left;
  const text = seconds > 0 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : over;
  if (face.textContent !== text) face.textContent = text;
  if (runs) sayOver(page, seconds, ends_at);
}

// With the time the page's buttons change. A countdown that was over when the page was drawn is drawn already.
function sayOver(page, seconds, endsAt) {
  if (seconds > 0) page.running = endsAt;
  else if (page.running === endsAt) {
    page.running = undefined;
    page.component.setTriggerValue("changed", endsAt);
  }
}
