// The take-home sheet: the learner's own answers, on this page only and kept nowhere.

import { element } from "./seat_parts.js";

const FILE_STYLE = `
  body { font: 1.1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  dt { font-weight: 600; margin-top: 1rem; }
  dd { margin: 0; white-space: pre-line; }
`;

/**
 * The sheet comes once, right after sending, and stays until the page is about something else. With the lesson it goes
 * from a device that somebody else will use.
 */
export function drawSheet(page) {
  const { screen, sheet, words } = page.data;
  const shown = page.root.querySelector(".roads-sheet");
  const isOwn = shown?.querySelector("input").checked;
  const stays = ["sent", "closed"].includes(screen) || (screen === "over" && isOwn);
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
  const style = element("style", { textContent: FILE_STYLE });
  file.head.insertAdjacentHTML("afterbegin", '<meta charset="utf-8">');
  file.head.append(style);
  file.body.append(element("h1", { textContent: title }), answers.cloneNode(true));
  const blob = new Blob([`<!DOCTYPE html>\n${file.documentElement.outerHTML}`], { type: "text/html" });
  const link = element("a", { href: URL.createObjectURL(blob), download: "open-roads.html" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
