// One function for each scene: a view, as Python sends it, becomes an element that fills the body of the wall.
// Words go in as text; the only HTML is an exhibit's, made from the kit's Markdown with HTML switched off.

import { drawChart } from "./wall_charts.js";
import { breakable, element, qrCode } from "./wall_parts.js";

const SCENES = { join, step, exhibit, answer, item, last_call: lastCall, talk, guess, reveal, too_few: tooFew, texts, words, blank, none };

const LONG = 110; // letters of a sentence

export function drawView(view, data) {
  const drawn = (SCENES[view.scene] ?? blank)(view, data);
  drawn.classList.add("or-scene");
  return drawn;
}

// What a screen reader says when the scene changes.
export function speak(view) {
  const words = (view.words ?? []).map(({ word, count }) => `${word}: ${count}.`);
  const answers = (view.answers ?? []).map((answer, at) => `${at + 1}: ${answer}.`);
  return [view.label, view.title, view.text, view.sentence, view.question, ...answers, view.note, ...words].filter(Boolean).join(" ");
}

// A box whose content is set as large as it fits, between two sizes in wall units.
function fitted(className, largest, smallest) {
  return element("div", `or-fitted ${className}`, { "data-largest": largest, "data-smallest": smallest });
}

// The note stands below, outside what is fitted.
function overNote(box, className, note) {
  const scene = element("section", "or-over-a-note");
  scene.append(box);
  return lines(scene, ["p", className, note]);
}

function lines(box, ...parts) {
  for (const [name, className, text] of parts) if (text) box.append(element(name, className, {}, text));
  return box;
}

function join(view) {
  const scene = element("section", "or-join");
  const card = element("div", "or-qr-card");
  card.append(qrCode(view.qr, view.qr_label));
  const words = fitted("or-join-words", 10, 6);
  lines(words, ["h1", "or-join-text", view.text], ["p", "or-label", view.open]);
  const address = element("p", "or-address");
  address.append(breakable(view.address));
  words.append(address);
  lines(words, ["p", "or-label", view.code_label], ["p", "or-code", view.code]);
  scene.append(card, words);
  return scene;
}

function step(view) {
  return lines(fitted("or-middle", 10, 5.2), ["h1", "or-text", view.text]);
}

function exhibit(view) {
  const scene = element("section", "or-exhibit");
  const paper = element("div", "or-paper");
  if (view.image) {
    paper.append(element("img", "or-picture", { src: view.image, alt: view.alt }));
  } else {
    const sheet = element("div", "or-sheet or-fitted", {
      "data-largest": 7, "data-smallest": 4.2, "data-columns": "1 2", role: "group", "aria-label": view.alt,
    });
    sheet.innerHTML = view.html;
    paper.append(sheet);
  }
  scene.append(paper);
  return scene;
}

function answer(view) {
  return lines(fitted("or-middle", 8.6, 5.2), ["p", "or-label", view.label], ["h1", "or-text", view.text], ["p", "or-note", view.note]);
}

function item(view) {
  const scene = lines(fitted("or-middle", 8.6, 6), ["p", "or-label", view.label], ["h1", "or-text", view.text]);
  if (view.twice.length) {
    const pair = element("p", "or-twice");
    view.twice.forEach((label) => pair.append(element("span", "", {}, label)));
    scene.append(pair);
  }
  if (view.points.length > 1) {
    const list = element("ul", view.ordered ? "or-points or-ordered" : "or-points");
    view.points.forEach((point) => list.append(element("li", "", {}, point)));
    scene.append(list);
  }
  return lines(scene, ["p", "or-note or-how", view.note]);
}

function lastCall(view, { steering }) {
  const scene = fitted("or-middle or-last-call", 8.6, 5.2);
  lines(scene, ["h1", "or-text", view.text]);
  scene.append(element("p", "or-big-clock", { role: "timer" }));
  return lines(scene, ["p", "or-note", steering ? view.again : ""]);
}

function talk(view) {
  return lines(fitted("or-middle", 10, 5.2), ["p", "or-label", view.label], ["h1", "or-text", view.text]);
}

// What to hold up fingers for; of the result there is nothing here.
function guess(view) {
  const scene = lines(fitted("or-middle or-guess", 9.4, 6), ["h1", "or-ask", view.label], ["p", "or-text", view.text]);
  scene.dataset.columns = view.answers.length > 4 && !view.in_a_row ? "1 2" : "1";
  const list = element("ol", view.in_a_row ? "or-answers or-in-a-row" : "or-answers");
  view.answers.forEach((answer, at) => {
    const entry = element("li");
    entry.append(element("b", "or-finger", {}, String(at + 1)), element("span", "", {}, answer));
    list.append(entry);
  });
  scene.append(list);
  return overNote(scene, "or-note", view.note);
}

function tooFew(view) {
  return lines(
    fitted("or-middle or-too-few", 8.4, 5.2),
    ["p", "or-aside", view.text], ["p", "or-label", view.label], ["h1", "or-text", view.question],
  );
}

function reveal(view) {
  const scene = fitted("or-reveal", 8, 6);
  const tight = view.sentence.length > LONG && view.chart.rows?.length > 4;
  const sentence = tight ? "or-sentence or-long" : "or-sentence";
  lines(scene, ["h1", "or-finding", view.title], ["p", sentence, view.sentence]);
  scene.append(drawChart(view));
  scene.dataset.columns = "1 2";
  return overNote(scene, "or-answered", view.answered);
}

function texts(view) {
  const scene = element("section", "or-texts");
  scene.append(lines(fitted("or-task", 6, 4.6), ["h1", "", view.title]));
  const columns = view.texts.length > 1 ? "1 2" : "1";
  const cards = element("ul", "or-cards or-fitted", { "data-largest": 7, "data-smallest": 4.6, "data-columns": columns });
  view.texts.forEach((text) => cards.append(element("li", "or-card", {}, text)));
  scene.append(cards);
  return scene;
}

// Single words with how many wrote them: a quiet list, in which what more people wrote is a little larger.
function words(view) {
  const scene = element("section", "or-texts or-single-words");
  scene.append(lines(fitted("or-task", 6, 4.6), ["h1", "", view.title]));
  if (view.words.length) {
    const columns = view.words.length > 4 ? "1 2" : "1";
    const list = element("ul", "or-word-list or-fitted", { "data-largest": 9, "data-smallest": 6, "data-columns": columns });
    for (const [at, { word, count, weight }] of view.words.entries()) {
      const row = element("li", "or-word-row");
      row.style.setProperty("--weight", weight);
      row.style.setProperty("--order", at / view.words.length);
      row.append(element("b", "or-word-count", {}, String(count)), element("span", "or-single-word", {}, word));
      list.append(row);
    }
    scene.append(list);
  } else {
    scene.append(lines(fitted("or-middle", 8, 5), ["p", "or-sentence", view.sentence]));
  }
  return lines(scene, ["p", "or-answered", view.answered]);
}

function blank(view) {
  return element("section", "or-blank", { "aria-label": view.text });
}

function none(view) {
  return lines(fitted("or-middle or-none", 9, 5.2), ["h1", "or-text", view.text], ["p", "or-note", view.note]);
}
