// What the keyboard for answer cards looks like: the lines of the card, and the question that is pressed for now.

// More choices than these stand in two columns.
const MOST_ROWS = 6;

/** The parts of the page that stay; `lines` and `now` are filled by `drawCard`. */
export function frame(parent, { styles }) {
  const lines = element("ol", "card-lines");
  const now = element("div", "card-now");
  const moves = element("div", "card-moves");
  const said = element("p", "card-said", { "aria-hidden": "true" });
  const spoken = element("p", "card-spoken", { "aria-live": "polite" });
  // An application: a screen reader hands every key on instead of reading with it.
  const root = element("div", "card-keys", { role: "application", tabindex: "0" });
  root.append(said, lines, now, moves, spoken);
  const link = element("link", "", { rel: "stylesheet", href: styles });
  document.head.append(link);
  parent.append(root);
  return { root, lines, now, moves, saidLine: said, spoken, styles: link };
}

export function drawCard(page, { keys, at }, fill) {
  const { data, card } = page;
  const isWhole = at === data.items.length;
  page.root.setAttribute("aria-label", data.words.name);
  page.root.classList.toggle("card-waits", card.isOnItsWay);
  page.saidLine.textContent = page.said;
  page.saidLine.classList.toggle("card-good", Boolean(page.isGood));
  page.lines.lang = data.language;
  page.lines.replaceChildren(...data.items.map((item, number) => line(item, number, keys[number], number === at)));
  page.now.replaceChildren(...(isWhole ? whole(data, keys) : question(page, data.items[at], at, keys[at], fill)));
  const several = !isWhole && data.items[at].takes === "several";
  page.moves.replaceChildren(
    move(data.words.back, "Backspace", "⌫", !card.presses.length),
    move(data.words.again, "Escape", "Esc", !card.presses.length),
    move(several ? data.words.next : data.words.keep, "Enter", "Enter", !isWhole && !(several && keys[at].length)),
  );
  speak(page, isWhole ? data.items.length : at, isWhole ? [] : keys[at]);
}

function line(item, number, keys, isNow) {
  const made = element("li", isNow ? "card-line card-here" : "card-line");
  if (isNow) made.setAttribute("aria-current", "true");
  made.append(
    element("span", "card-number", {}, `${number + 1}.`),
    element("span", "card-statement", {}, item.statement),
    element("span", "card-pressed", {}, keys.join(" ")),
  );
  return made;
}

function question(page, item, at, keys, fill) {
  const { items, language, words } = page.data;
  const choices = element("div", "card-choices");
  const places = item.takes === "places";
  // A ranking is pressed option by option, with the number that is written beside each.
  const answers = places ? item.choices.slice(0, -1) : item.choices;
  choices.style.setProperty("--rows", answers.length > MOST_ROWS ? Math.ceil(answers.length / 2) : answers.length);
  if (places) choices.append(ranked(answers, keys), digits(item));
  else choices.append(...answers.map(([key, label]) => choice(key, label, keys.includes(key), item.takes === "several")));
  // "Rather not say" is a word of the page, the others are the lesson's.
  for (const label of choices.querySelectorAll("[data-press]:not([data-press='0']) span, li span")) label.lang = language;
  return [
    element("p", "card-place", {}, fill(words.place, { number: at + 1, count: items.length })),
    element("p", "card-asked", { lang: language }, item.statement),
    element("p", "card-hint", {}, item.hint),
    choices,
  ];
}

function choice(key, label, isPressed, several) {
  const made = element("button", "card-choice", { type: "button", "data-press": key, tabindex: "-1" });
  if (several && key !== "0") made.setAttribute("aria-pressed", String(isPressed));
  made.append(element("kbd", "", {}, key), element("span", "", {}, label));
  return made;
}

function ranked(answers, keys) {
  const list = element("ol", "card-ranked");
  answers.forEach(([, label], number) => {
    const made = element("li", number === keys.length ? "card-here" : "");
    made.append(element("span", "card-given", {}, keys[number] ?? ""), element("span", "", {}, label));
    list.append(made);
  });
  return list;
}

function digits({ choices }) {
  const row = element("div", "card-digits");
  row.append(...choices.map(([key, label]) => choice(key, key === "0" ? label : "", false, false)));
  return row;
}

function whole({ items, words }, keys) {
  const made = element("p", "card-whole");
  items.forEach((_item, at) => {
    const part = element("span", "", {}, `${at + 1}: `);
    part.append(element("b", "", {}, keys[at].join(" ")));
    made.append(part);
  });
  return [element("p", "card-place", {}, words.whole), made, element("p", "card-hint", {}, words.summary)];
}

function move(label, key, sign, isOff) {
  const made = element("button", "card-move", { type: "button", "data-press": key, tabindex: "-1" });
  made.disabled = isOff;
  made.append(element("span", "", {}, label), element("kbd", "", { "aria-hidden": "true" }, sign));
  return made;
}

// What a screen reader says: a new question in full, else only what has been pressed for it.
function speak(page, at, keys) {
  const isNew = page.spokenAt !== at || !keys.length;
  page.spokenAt = at;
  const words = [...page.now.querySelectorAll("p, button, .card-ranked li")].map(spokenWords);
  const said = [page.said, ...(isNew ? words : keys)].filter(Boolean);
  const text = said.map((sentence) => (/[.?!;:…]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
  if (page.spoken.textContent !== text) page.spoken.textContent = text;
}

function spokenWords(part) {
  return [...part.childNodes].map((node) => node.textContent).filter(Boolean).join(" ");
}

function element(name, className = "", attributes = {}, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
