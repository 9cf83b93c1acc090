// What the scripts of the learner's page share: the page's widgets, new elements, and this tab's own storage.

const STORED = "open-roads-seat";
const SEEN = "open-roads-seen";
// Longer than a slow device takes to load the page again.
const LEFT_ALONE_MILLISECONDS = 30000;

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
    else for (const name of [STORED, SEEN]) sessionStorage.removeItem(name);
  } catch {
    // A browser may forbid storage; then a reload asks who is there.
  }
}

/** Notes that the page is open now. */
export function noteSeen() {
  try {
    sessionStorage.setItem(SEEN, Date.now());
  } catch {
    // As above.
  }
}

/** Whether what is stored comes from a page that has not been open for a while. */
export function isLeftAlone() {
  return Date.now() - Number(sessionStorage.getItem(SEEN)) > LEFT_ALONE_MILLISECONDS;
}

export function afterDrawing(act) {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
