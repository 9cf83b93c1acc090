// Saves a chart as a picture. Everything it needs is on the page already, but for our own typeface, which the picture
// carries with it, so that it looks the same where that typeface is missing.

const SVG = "http://www.w3.org/2000/svg";
const FONT = "/kit/static/fonts/SourceSans3-Upright.woff2";
const MARGIN = 24;
const LINE = 24;
const SWATCH = 14;
const PNG_SCALE = 2;
const pages = new WeakMap();

export function draw({ parentElement, data }) {
  const page = pages.get(parentElement) ?? start(parentElement);
  page.data = data;
}

export function stop({ parentElement }) {
  pages.get(parentElement)?.ending.abort();
  pages.delete(parentElement);
}

function start(parentElement) {
  const page = { ending: new AbortController() };
  document.addEventListener("click", (event) => press(page, event), { signal: page.ending.signal });
  pages.set(parentElement, page);
  return page;
}

async function press(page, { target }) {
  const button = target.closest?.(".roads-save button");
  const chart = button && chartBefore(button);
  if (!chart) return;
  const picture = compose(chart, button.dataset.said, page.data.made_up, await font());
  const drawn = new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" });
  keep(button.value === "png" ? await asPng(drawn, picture) : drawn, `${page.data.name}.${button.value}`);
}

function chartBefore(button) {
  const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks")];
  return charts.filter((chart) => chart.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
}

// --- The picture -----------------------------------------------------------------------------------------------------

function compose(chart, said, madeUp, fontData) {
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]"));
  const width = chart.width.baseVal.value, height = chart.height.baseVal.value;
  const picture = make("svg", { xmlns: SVG, width: width + 2 * MARGIN });
  const style = make("style");
  style.textContent = `@font-face { font-family: "Source Sans 3"; font-weight: 200 900; src: url(${fontData}); }
    text { font-family: "Source Sans 3", "Source Sans", sans-serif; }`;
  const paper = make("rect", { width: "100%", height: "100%", fill: page.backgroundColor });
  picture.append(style, paper);
  let top = MARGIN;
  for (const line of [...wrap(said, width, 600), ...(madeUp ? [madeUp] : [])]) {
    top += LINE;
    picture.append(text(line, MARGIN, top - 6, { fill: page.color, "font-weight": line === madeUp ? 400 : 600 }));
  }
  top = legend(picture, chart, width, top + 8, page.color) + 8;
  const copy = chart.cloneNode(true);
  copy.setAttribute("x", MARGIN);
  copy.setAttribute("y", top);
  picture.append(copy);
  picture.setAttribute("height", top + height + MARGIN);
  picture.setAttribute("viewBox", `0 0 ${width + 2 * MARGIN} ${top + height + MARGIN}`);
  return picture;
}

// The colours' names stand above the chart in HTML, which wraps on phones; here they wrap too.
function legend(picture, chart, width, top, ink) {
  const box = chart.closest('[class*="st-key-chart_item_"]');
  const lists = [...(box?.querySelectorAll("[data-testid=stHtml] ul") ?? [])];
  const names = lists.filter((list) => list.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  if (!names) return top;
  let left = MARGIN;
  for (const entry of names.children) {
    const label = entry.textContent, wide = SWATCH + 6 + measure(label, 400) + 18;
    if (left + wide > width + MARGIN && left > MARGIN) [left, top] = [MARGIN, top + LINE];
    const { backgroundColor, borderColor } = getComputedStyle(entry.firstElementChild);
    picture.append(
      make("rect", { x: left, y: top + 4, width: SWATCH, height: SWATCH, rx: 3, fill: backgroundColor, stroke: borderColor }),
      text(label, left + SWATCH + 6, top + SWATCH + 2, { fill: ink }),
    );
    left += wide;
  }
  return top + LINE;
}

function wrap(words, width, weight) {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (measure(longer, weight) > width && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function measure(words, weight) {
  const canvas = (measure.canvas ??= document.createElement("canvas").getContext("2d"));
  canvas.font = `${weight} 16px "Source Sans 3", "Source Sans", sans-serif`;
  return canvas.measureText(words).width;
}

function text(words, x, y, attributes) {
  const made = make("text", { x, y, "font-size": 16, ...attributes });
  made.textContent = words;
  return made;
}

function make(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// --- The file --------------------------------------------------------------------------------------------------------

async function font() {
  const bytes = await (await fetch(FONT)).blob();
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(bytes);
  });
}

async function asPng(drawn, picture) {
  const address = URL.createObjectURL(drawn);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PNG_SCALE * picture.getAttribute("width");
  canvas.height = PNG_SCALE * picture.getAttribute("height");
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function keep(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
