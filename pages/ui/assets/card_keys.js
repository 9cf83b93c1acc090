// The keyboard for answer cards. A card is the list of keys pressed for it: what they mean is worked out anew after each
// one, and Backspace takes the last away. It lives in this script's memory alone. Only the card's seat, a random name
// that says nothing, is kept in the tab while the card is on its way, so that a reload can ask whether it was kept.

import { drawCard, frame } from "./card_keys_parts.js";

const STORED = "open-roads-card";
const PATIENCE_MILLISECONDS = 8000;
const AGAIN_MILLISECONDS = 2500;

export function draw(component) {
  const { data, parentElement } = component;
  const page = (parentElement.openRoadsCards ??= begin(parentElement, data));
  page.tell = component.setTriggerValue;
  const asked = JSON.stringify([data.run, data.items.map((item) => [item.id, item.choices.length])]);
  if (page.asked !== asked) {
    page.asked = asked;
    page.card = newCard();
  }
  page.data = data;
  if (!page.hasAsked) askForTheLast(page);
  hear(page, data.reply);
  show(page);
}

export function stop({ parentElement }) {
  const page = parentElement.openRoadsCards;
  if (!page) return;
  page.ending.abort();
  stopWaiting(page);
  page.root.remove();
  page.styles.remove();
  delete parentElement.openRoadsCards;
}

function begin(parent, data) {
  const page = { ...frame(parent, data), card: newCard(), ending: new AbortController(), said: data.words.start };
  // Streamlit keeps some events to itself, so keys are heard on their way down, wherever the focus is.
  window.addEventListener("keydown", (event) => onKey(page, event), { signal: page.ending.signal, capture: true });
  page.root.addEventListener("click", (event) => onClick(page, event));
  page.root.focus({ preventScroll: true });
  return page;
}

// --- One card ---------------------------------------------------------------------------------------------------------

function newCard() {
  return { seat: name(16), presses: [], calls: [], isOnItsWay: false };
}

/** 22 characters safe in a URL for 16 random bytes. */
function name(bytes) {
  const letters = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What the presses mean: `keys` of each item, and `at`, the item to press for; as many as there are items at the end. */
function read(items, presses) {
  const keys = items.map(() => []);
  let at = 0;
  for (const press of presses) {
    const { takes, choices } = items[at];
    const here = keys[at];
    if (press === "Enter") at += 1;
    else if (takes === "one" || press === "0") {
      keys[at] = [press];
      at += 1;
    } else if (here.includes(press)) here.splice(here.indexOf(press), 1);
    else {
      here.push(press);
      if (takes === "places" && here.length === choices.length - 1) at += 1;
    }
  }
  return { keys, at };
}

/** Why a key means nothing now, as a sentence with its words; null when it is one to take. */
function objection({ data, card }, key) {
  const { keys, at } = read(data.items, card.presses);
  const item = data.items[at];
  if (!item.choices.some(([known]) => known === key)) return ["unknown", { key }];
  if (item.takes === "places" && key !== "0" && keys[at].includes(key)) return ["twice", { place: key }];
  return null;
}

function take(page, key) {
  const objected = objection(page, key);
  if (objected) return say(page, ...objected);
  page.card.presses.push(key);
  say(page, "");
}

function enter(page) {
  const { keys, at } = read(page.data.items, page.card.presses);
  if (at === page.data.items.length) send(page);
  else if (page.data.items[at].takes === "several" && keys[at].length) {
    page.card.presses.push("Enter");
    say(page, "");
  }
}

// --- On its way -------------------------------------------------------------------------------------------------------

function send(page) {
  const { card, data } = page;
  if (!isConnected()) return say(page, "offline");
  const { keys } = read(data.items, card.presses);
  call(page, Object.fromEntries(data.items.map((item, at) => [item.id, keys[at]])));
  say(page, "sending");
}

function call(page, pressed) {
  const { card } = page;
  card.isOnItsWay = true;
  store({ run: page.data.run, seat: card.seat });
  report(page, pressed);
  stopWaiting(page);
  // The server drops a report when it hears of a change of the lesson in the same moment; by its seat a card counts once.
  page.repeating = setInterval(() => isConnected() && report(page, pressed), AGAIN_MILLISECONDS);
  page.waiting = setTimeout(() => {
    stopWaiting(page);
    card.isOnItsWay = false;
    say(page, "no_answer");
    show(page);
  }, PATIENCE_MILLISECONDS);
}

function report(page, pressed) {
  const { card } = page;
  card.calls.push(name(6));
  page.tell("card", { call: card.calls.at(-1), seat: card.seat, pressed });
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  clearInterval(page.repeating);
}

// A page that was left while a card was on its way asks before it takes the next one.
function askForTheLast(page) {
  page.hasAsked = true;
  const left = stored();
  if (!left || left.run !== page.data.run) return store(null);
  page.card = { ...newCard(), seat: left.seat, isLeft: true };
  call(page, null);
  say(page, "asking");
}

function hear(page, reply) {
  const { card } = page;
  const at = card.calls.indexOf(reply?.call);
  if (at < 0) return;
  card.calls.splice(0, at + 1);
  card.isOnItsWay = false;
  stopWaiting(page);
  if (reply.outcome === "refused") return say(page, "", {}, reply.sentence);
  store(null);
  page.card = newCard();
  if (card.isLeft) say(page, reply.outcome === "kept" ? "was_kept" : "was_lost");
  else say(page, "kept");
}

function store(value) {
  try {
    if (value) sessionStorage.setItem(STORED, JSON.stringify(value));
    else sessionStorage.removeItem(STORED);
  } catch {
    // A browser may forbid storage; then a reload cannot tell whether the card was kept.
  }
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED));
  } catch {
    return null;
  }
}

function isConnected() {
  const state = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state");
  return !state || state === "CONNECTED";
}

// --- Hands and eyes ---------------------------------------------------------------------------------------------------

function onKey(page, event) {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target.closest?.("input, textarea, select, [contenteditable=true]")) return;
  if (event.key === "Enter" && target.closest?.("button, a, summary")) return;
  if (!press(page, keyOf(event), event.repeat)) return;
  event.preventDefault();
  event.stopPropagation();
}

// The sign on the key; where that is none of ours (digits above letters, or Greek letters), the key's place.
function keyOf({ key, code }) {
  if (/^[0-9a-z]$/i.test(key)) return key.toLowerCase();
  return key.length === 1 ? (code.match(/^(?:Digit|Numpad|Key)([0-9A-Z])$/)?.[1].toLowerCase() ?? key) : key;
}

/** Returns whether the key is one of ours. A key that is held down counts once. */
function press(page, key, isRepeated) {
  const act = actionOf(page, key);
  if (!act) return false;
  if (isRepeated || page.card.isOnItsWay) return true;
  // A card that the page had been left with holds nothing to press on: only ask again.
  if (page.card.isLeft) {
    if (key === "Enter") call(page, null);
  } else act();
  show(page);
  return true;
}

function actionOf(page, key) {
  const { items } = page.data;
  const isWhole = read(items, page.card.presses).at === items.length;
  if (key === "Enter") return () => enter(page);
  if (key === "Escape") return () => startAgain(page);
  if (key === "Backspace") return () => back(page);
  return /^[0-9a-z]$/.test(key) && !isWhole ? () => take(page, key) : null;
}

function back(page) {
  page.card.presses.pop();
  say(page, "");
}

// The same card, so the same seat: it may have been kept although the answer was lost.
function startAgain(page) {
  page.card.presses = [];
  say(page, "");
}

function onClick(page, event) {
  const key = event.target.closest("button")?.dataset.press;
  if (key) press(page, key, false);
  // A button that was clicked would swallow the next Enter.
  page.root.focus({ preventScroll: true });
}

function say(page, word, words = {}, sentence = "") {
  page.said = sentence || fill(page.data.words[word] ?? "", words);
  page.isGood = word === "kept" || word === "was_kept";
}

function show(page) {
  drawCard(page, read(page.data.items, page.card.presses), fill);
}

function fill(sentence, words) {
  return sentence.replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
}
