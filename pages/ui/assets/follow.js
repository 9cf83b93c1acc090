// The teacher's page follows its lesson: it draws again when the lesson has changed elsewhere, and its clock ticks.
// Runs again on every change of data, so everything is kept per component and nothing is started twice.

import { followLesson } from "./chrome.js";

const SETTLE_MS = 400;
const DOUBLE_PRESS_MS = 700;
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
}

// Two clicks in a row on one of these buttons are one press: the second would walk on, or close for good.
function swallowSecondPress(page, event) {
  const guarded = page.component.data.guarded.map((key) => `.st-key-${CSS.escape(key)}`).join(",");
  if (!event.target.closest?.("button")?.closest(guarded)) return;
  if (event.timeStamp - page.pressedAt < DOUBLE_PRESS_MS) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  page.pressedAt = event.timeStamp;
}

function tick(page) {
  const face = page.parentElement.querySelector("[data-clock]");
  const { ends_at, over } = page.component?.data ?? {};
  if (!face) return;
  face.hidden = !ends_at;
  if (!ends_at) return;
  const left = Math.max(0, Math.ceil((Date.parse(ends_at) - Date.now() - page.skew) / 1000));
  const text = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : over;
  if (face.textContent !== text) face.textContent = text;
}
