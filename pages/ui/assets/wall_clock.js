// Countdowns on the wall: one that runs towards the moment it ends, and one that stands still.

import { element } from "./wall_parts.js";

/** The countdown in the corner. Returns the element that `tickClock` has to keep moving, or null while it is paused. */
export function drawTimer(header, { left, paused }) {
  const clock = header.appendChild(element("div", "or-clock", { role: "timer" }));
  if (left === undefined) return clock;
  clock.classList.add("or-paused");
  clock.append(element("span", "or-paused-word", {}, paused), element("span", "", {}, inMinutes(left)));
  return null;
}

export function tickClock(clock, { ends_at, over }, now) {
  const seconds = Math.max(0, Math.ceil((Date.parse(ends_at) - now) / 1000));
  clock.classList.toggle("or-over", seconds === 0);
  clock.classList.toggle("or-soon", seconds > 0 && seconds <= 10);
  const shown = seconds === 0 && !clock.classList.contains("or-big-clock") ? over : inMinutes(seconds);
  if (clock.textContent !== shown) clock.textContent = shown;
}

function inMinutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
