// Words that worry: on them the strip above a text box says once more who would listen. All of it happens here, in the
// writer's own browser: nothing of it is kept, sent, counted or asked for while somebody writes.

// Long enough that nothing changes under the fingers.
const PAUSE_MILLISECONDS = 900;
const TEXT_BOXES = "textarea, input[type=text]";

/** Called whenever the page is drawn; `page.data.worrying` is the address of the words, "" where nobody writes. */
export function offerSupport(page) {
  const { worrying } = page.data;
  if (!worrying) {
    page.heavy = null;
    return;
  }
  page.heavy ??= new Set();
  page.worries ??= learnWords(page, worrying);
  afterDrawing(() => look(page));
}

function afterDrawing(act) {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function learnWords(page, address) {
  const { signal } = page.ending;
  const lookSoon = () => {
    clearTimeout(page.looking);
    page.looking = setTimeout(() => look(page), PAUSE_MILLISECONDS);
  };
  // Streamlit keeps some events to itself, so they are heard on their way down.
  document.addEventListener("input", lookSoon, { signal, capture: true });
  signal.addEventListener("abort", () => clearTimeout(page.looking));
  fetch(address)
    .then((answer) => answer.json())
    .then((languages) => {
      page.worries = reader(languages);
      look(page);
    })
    .catch(() => {}); // the strip stands without them
  return () => false;
}

// Once shown, the line stays while there is text: it must not come and go as somebody writes.
function look(page) {
  if (!page.heavy) return;
  for (const strip of document.querySelectorAll(".roads-strip")) {
    const block = strip.closest('[class*="st-key-block_"]');
    if (!block) continue;
    const item = [...block.classList].find((name) => name.startsWith("st-key-block_"));
    const text = [...block.querySelectorAll(TEXT_BOXES)].map((box) => box.value).join("\n");
    if (!text.trim()) page.heavy.delete(item);
    else if (!page.heavy.has(item) && page.worries(text)) page.heavy.add(item);
    turn(strip, page.heavy.has(item));
  }
}

// The line takes the place of the one that names the contact, which is in it; so nothing moves.
function turn(strip, isHeavy) {
  const place = strip.querySelector(".roads-turn");
  if (!place) return;
  // Those who hear the page are told what appears in here.
  const said = place.querySelector("[role=status]") ?? place.appendChild(emptyStatus());
  const line = isHeavy ? place.querySelector(".roads-heavy").textContent : "";
  if (said.textContent !== line) said.textContent = line;
  strip.classList.toggle("roads-is-heavy", isHeavy);
}

function emptyStatus() {
  const made = document.createElement("p");
  made.setAttribute("role", "status");
  return made;
}

// --- The words: kit_content/worrying says how they are written -----------------------------------------------------------

const LETTERS = "[^ .]";

/** Whether a text worries, as a function; the words of every language count, for people write in their own. */
export function reader(languages) {
  const readers = languages.map((words) => ({ heavy: anyOf(words, words.worrying), harmless: anyOf(words, words.harmless, "g") }));
  return (text) => readings(text).some((reading) => readers.some((each) => each.heavy.test(reading.replace(each.harmless, " . "))));
}

// Letters repeated for effect are read as one, and as two.
function readings(text) {
  const folded = ` ${fold(text)} `;
  return [folded.replace(/(\p{L})\1{2,}/gu, "$1"), folded.replace(/(\p{L})\1{2,}/gu, "$1$1")];
}

// Small letters without accents and apostrophes; the end of a sentence is a word ".", which nothing reaches over.
function fold(text) {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ`´]/gu, "")
    .replace(/ς/g, "σ")
    .replace(/[.!?;:…\n]+/g, " . ")
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();
}

function anyOf(words, phrases, flags = "") {
  const sources = phrases.map((phrase) => phrase.split(" ").map((word) => source(words, word)).join(""));
  return new RegExp(`(?:${sources.join("|") || "(?!)"})(?= )`, flags);
}

function source(words, word) {
  if (word === "…") return `(?: ${LETTERS}+){0,3}`;
  const meant = word.replace("?", "").split("|").flatMap((one) => (one.startsWith("@") ? words.groups[one.slice(1)] : [one]));
  return `(?: (?:${meant.map((one) => spellings(words, one)).join("|")}))${word.endsWith("?") ? "?" : ""}`;
}

function spellings({ also_typed: alsoTyped }, word) {
  const keys = Object.keys(alsoTyped).sort((one, other) => other.length - one.length);
  const letters = new RegExp(keys.join("|") || "(?!)", "g");
  const typed = fold(word).replace(letters, (found) => `(?:${[found, ...alsoTyped[found]].join("|")})`);
  return typed + (word.endsWith("*") ? `${LETTERS}*` : "");
}
