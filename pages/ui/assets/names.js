// Streamlit names parts of a page in English only. On the pages of staff they get names in the page's language here;
// learners' pages have no such parts. The names come from Python (pages/ui/names.py), by Streamlit's own.

const NAMED = "button[aria-label], nav[aria-label], section[aria-label]";
const HELP = "Help for ";

let words = {};
let watcher;
let isDue = false;

/** May be called any number of times, with other names after a switch of language. */
export function nameParts(names) {
  words = names;
  watcher ??= watch();
  rename();
}

function watch() {
  const observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(rename);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return observer;
}

function rename() {
  isDue = false;
  for (const part of document.querySelectorAll(NAMED)) name(part);
  const skip = document.querySelector("[data-testid=stSkipToContent]");
  if (skip && words.skip && skip.textContent !== words.skip) skip.textContent = words.skip;
  // What stands beside words and adds nothing to them; and the empty corner of a table, which is no heading.
  for (const icon of document.querySelectorAll("[role=img][aria-label$=' icon']")) icon.setAttribute("aria-hidden", "true");
  for (const corner of document.querySelectorAll("th:empty:not([role])")) corner.setAttribute("role", "cell");
  for (const chart of document.querySelectorAll("[aria-roledescription=visualization]")) {
    chart.removeAttribute("aria-roledescription");
  }
}

function name(part) {
  const shown = part.getAttribute("aria-label");
  // Streamlit's own name, which a switch of language needs again.
  const own = shown === part.dataset.named ? part.dataset.streamlitName : shown;
  const named = own.startsWith(HELP) ? words.help?.replace("{field}", own.slice(HELP.length)) : words[own];
  if (!named || named === shown) return;
  Object.assign(part.dataset, { named, streamlitName: own });
  part.setAttribute("aria-label", named);
}
