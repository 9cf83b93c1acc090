// The draft: what has been chosen and typed but not sent, kept in this tab alone, so that a reload loses nothing.

import { box, store } from "./seat_parts.js";

const REST_MILLISECONDS = 60;

/** Keeps what the page holds now, once the hands rest for a moment. */
export function noteDraft(page) {
  if (page.data.screen !== "items") return;
  clearTimeout(page.noting);
  page.noting = setTimeout(() => keepDraft(page), REST_MILLISECONDS);
}

/** Keeps at once what is still to be kept: the page goes. */
export function keepDraft(page) {
  if (!page.noting) return;
  clearTimeout(page.noting);
  page.noting = 0;
  const { screen, seat, is_doubted: isDoubted } = page.data;
  // A page that does not know yet whose it is does not show yet what was kept.
  if (isDoubted) noteDraft(page);
  else if (screen === "items") store({ seat, step: page.step, draft: draftOnPage() });
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
  return widget.querySelector("textarea, input[type=text]")?.value || widget.querySelector("input[type=checkbox]")?.checked || null;
}

function pills(widget) {
  return [...widget.querySelectorAll("[data-testid=stButtonGroup] button")];
}

function isPressed(pill) {
  return pill.getAttribute("aria-pressed") === "true";
}

/** "None of these" and "rather not say" take the other choices back, and the other way round. Returns the watcher. */
export function excludeOthers(page) {
  // Not every press is a click: a keyboard's is none.
  const watcher = new MutationObserver((changes) => {
    for (const { target } of changes) if (isPressed(target)) release(page, target);
  });
  watcher.observe(document.body, { subtree: true, attributeFilter: ["aria-pressed"] });
  return watcher;
}

function release(page, pill) {
  const item = page.data.items?.find(({ id, alone }) => alone && box(`item_${id}`)?.contains(pill));
  if (!item) return;
  const all = pills(box(`item_${item.id}`));
  const chosen = all.indexOf(pill);
  const clashes = (at) => at !== chosen && (item.alone.includes(chosen) || item.alone.includes(at));
  const other = isPressed(pill) && all.find((candidate, at) => clashes(at) && isPressed(candidate));
  if (!other) return;
  other.click();
  // One after the other: Streamlit must have taken each press before the next.
  setTimeout(() => release(page, pill), 40);
}
