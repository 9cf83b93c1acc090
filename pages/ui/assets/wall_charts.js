// The charts of a reveal, in plain elements: a scale as one bar, choices as rows, sensitive items as three blocks.
// Colour never speaks alone: every part has its words and, where counts may be shown, its number.

import { element, pathIcon, svg } from "./wall_parts.js";

const CHARTS = { scale, rows, bands };
const BLOCKS = 3;

export function drawChart(view) {
  const chart = CHARTS[view.chart.kind](view.chart);
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `${view.sentence} ${view.answered}`);
  return chart;
}

function scale({ two_way, points, left, width }) {
  const chart = element("div", `or-chart or-scale ${two_way ? "or-two-way" : "or-one-way"}`);
  const track = chart.appendChild(element("div", "or-track"));
  const bar = track.appendChild(element("div", "or-bar"));
  bar.style.setProperty("--left", left);
  bar.style.setProperty("--width", width);
  for (const { count, tone } of points.filter((point) => point.count)) {
    const slice = element("div", `or-slice or-tone-${tone}`);
    slice.style.flexGrow = count;
    slice.append(element("span", "", {}, String(count)));
    bar.append(slice);
  }
  const key = chart.appendChild(element("div", "or-key"));
  for (const { label, count, tone } of points) {
    const entry = element("div", count ? "or-entry" : "or-entry or-nobody");
    entry.append(element("span", `or-swatch or-tone-${tone}`, {}, String(count)), element("span", "or-key-label", {}, label));
    key.append(entry);
  }
  return chart;
}

function rows({ rows, total, dots }) {
  const chart = element("div", `or-chart or-rows ${dots ? "or-dotted" : ""}`);
  for (const { label, count, mark } of rows) {
    const row = element("div", `or-row ${mark ? `or-${mark}` : ""}`);
    const name = element("div", "or-row-label");
    if (mark) name.append(pathIcon(mark));
    name.append(element("span", "", {}, label));
    row.append(name, dots ? dotsOf(count, total) : barOf(count, total), element("b", "or-count", {}, String(count)));
    chart.append(row);
  }
  return chart;
}

// One filled circle for each who chose this, one empty circle for each who did not.
function dotsOf(count, total) {
  const picture = svg("svg", { viewBox: `0 0 ${total * 10} 10`, class: "or-dots" });
  for (let at = 0; at < total; at++) {
    const dot = svg("circle", { cx: at * 10 + 5, cy: 5, r: at < count ? 4.1 : 3.5, class: at < count ? "or-dot" : "or-dot or-empty" });
    dot.style.setProperty("--order", at / total);
    picture.append(dot);
  }
  return picture;
}

function barOf(count, total) {
  const track = element("div", "or-row-track");
  const bar = track.appendChild(element("div", "or-row-bar"));
  bar.style.setProperty("--share", count / Math.max(total, 1));
  return track;
}

function bands({ rows }) {
  const chart = element("div", "or-chart or-bands");
  for (const { label, level, word } of rows) {
    const row = element("div", `or-row or-level-${level}`);
    const blocks = element("div", "or-blocks");
    for (let at = 1; at <= BLOCKS; at++) {
      const block = element("i", at <= level ? "or-block or-on" : "or-block");
      block.style.setProperty("--order", at - 1);
      blocks.append(block);
    }
    row.append(element("div", "or-row-label", {}, label), blocks, element("b", "or-word", {}, word));
    chart.append(row);
  }
  return chart;
}
