// A chart builds once: not again after a reload, after a blank wall, or when one more word is approved.

const KEY = "open-roads-built";
const BUILT = ["reveal", "words"]; // scenes that build
const PASSING = ["blank", "texts"]; // scenes behind which the chart still counts as seen

/** Whether this view has been built before in this tab. Remembers only what its title is, no number. */
export function wasBuilt(code, { scene, title }) {
  if (PASSING.includes(scene)) return true;
  const now = BUILT.includes(scene) ? `${code} ${scene} ${title}` : "";
  const before = sessionStorage.getItem(KEY) ?? "";
  if (before !== now) sessionStorage.setItem(KEY, now);
  return before === now;
}
