// Small parts that several scenes of the wall share.

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 2.4; // a text that no longer fits at its readable size still stays on the screen
const WORTH_IT = 1.04;

export function element(name, className = "", attributes = {}, text = null) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== null) made.textContent = text;
  return made;
}

export function svg(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// Dark on white in both colour schemes, with its quiet zone; decorative when the label is empty.
export function qrCode({ size, path }, label) {
  const named = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  const picture = svg("svg", { viewBox: `0 0 ${size} ${size}`, class: "or-qr", "shape-rendering": "crispEdges", ...named });
  picture.append(svg("rect", { width: size, height: size, fill: "#fff" }), svg("path", { d: path, fill: "#000" }));
  return picture;
}

const ICONS = {
  back: "M15 5 8 12l7 7",
  next: "M9 5l7 7-7 7",
  blank: "M4 5h16v12H4zM9 21h6",
  address: "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  leave: "M4 5h10v14H4zM10 12h10M16 8l4 4-4 4",
  higher: "M12 20V5M5 12l7-7 7 7",
  same: "M4 9h16M4 15h16",
  lower: "M12 4v15M5 12l7 7 7-7",
};

export function pathIcon(name) {
  const icon = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  icon.append(svg("path", { d: ICONS[name] }));
  return icon;
}

// Lets a long address break where a person would pause.
export function breakable(text) {
  const pieces = text.split(/(?<=[.:/-])/);
  const made = document.createDocumentFragment();
  pieces.forEach((piece, at) => made.append(...(at ? [document.createElement("wbr")] : []), piece));
  return made;
}

// Gives every `[data-largest]` inside the largest size, in wall units, at which it still fits its own box. More columns
// have to be worth it: they count only where the letters grow.
export function fit(root) {
  for (const box of root.querySelectorAll("[data-largest]")) {
    const [largest, smallest] = [Number(box.dataset.largest), Number(box.dataset.smallest)];
    let best = { size: 0 };
    for (const count of (box.dataset.columns ?? "1").split(" ")) {
      const least = best.size * WORTH_IT;
      box.style.setProperty("--columns", count);
      if (!least || (least < largest && fits(box, least))) best = { size: largestFitting(box, largest, smallest), count };
    }
    box.style.setProperty("--columns", best.count);
    box.style.setProperty("--size", best.size);
  }
  for (const slice of root.querySelectorAll(".or-slice")) {
    slice.classList.toggle("or-narrow", slice.firstChild && slice.firstChild.offsetWidth > slice.clientWidth * 0.92);
  }
}

function largestFitting(box, largest, smallest) {
  if (fits(box, largest)) return largest;
  let [low, high] = fits(box, smallest) ? [smallest, largest] : [SMALLEST, smallest];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    if (fits(box, middle)) low = middle;
    else high = middle;
  }
  return low;
}

function fits(box, size) {
  box.style.setProperty("--size", size);
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1 && !isTorn(box);
}

// A table that goes on in the next column has lost its headings there.
function isTorn(box) {
  return [...box.querySelectorAll("table")].some((table) => table.getClientRects().length > 1);
}

// The wall's own styles; `loaded` is called when they count.
export function addStyles(loaded) {
  const link = element("link", "", { rel: "stylesheet", href: new URL("wall.css", import.meta.url).href });
  link.addEventListener("load", loaded);
  document.head.append(link);
  return link;
}

// A sentence with its {placeholders} filled in.
export function fill(sentence, words) {
  return (sentence ?? "").replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
}
