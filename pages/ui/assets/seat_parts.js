// What the scripts of the learner's page share: the page's widgets, new elements, and this tab's own storage.

const STORED = "open-roads-seat";

/** The element of the widget or container with this key. */
export function box(key) {
  return document.querySelector(`.st-key-${CSS.escape(key)}`);
}

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** `{ seat, step, draft }` as this tab keeps it, or null. */
export function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED));
  } catch {
    return null;
  }
}

export function store(value) {
  try {
    if (value) sessionStorage.setItem(STORED, JSON.stringify(value));
    else sessionStorage.removeItem(STORED);
  } catch {
    // A browser may forbid storage; then a reload asks who is there.
  }
}
