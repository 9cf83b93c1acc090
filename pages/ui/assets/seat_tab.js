// Whose page is this? The seat that the tab remembers, and what has to go before the next person at this device sees it.

import { keepDraft } from "./seat_draft.js";
import { box, isLeftAlone, noteSeen, store, stored } from "./seat_parts.js";

// Screens on which this tab holds the seat that the page names.
const HOLDING = ["waiting", "items", "sent", "deleted", "closed"];
const SEEN_EVERY_MILLISECONDS = 2000;

/** Listens for the ways in which a page can outlive its person. `page.ending` ends it. */
export function watchTab(page) {
  const { signal } = page.ending;
  const kept = stored();
  // A tab brought back after a while, by hand or by the browser, may have somebody else before it. Where there is
  // nothing to be seen, nobody is asked: who has sent and says "new" in haste would count twice.
  page.leftAlone = kept?.draft && isLeftAlone() ? kept.seat : "";
  page.seeing = setInterval(() => seen(page), SEEN_EVERY_MILLISECONDS);
  window.addEventListener("popstate", () => setTimeout(() => keepAddress(page)), { signal });
  window.addEventListener("pagehide", ({ persisted }) => leave(page, persisted), { signal });
  // Only Back or Forward brings a page out of the browser's memory; then it asks again who is there.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload(), { signal });
  // A copy of this tab has nothing to show any more, once its seat is given up here.
  page.copies = new BroadcastChannel("open-roads-seat");
  page.copies.onmessage = ({ data }) => data === page.data?.seat && page.tell("changed", Date.now());
}

export function unwatchTab(page) {
  clearInterval(page.seeing);
  page.copies.close();
}

function leave(page, isKeptInMemory) {
  seen(page);
  keepDraft(page);
  if (isKeptInMemory) document.body.hidden = true;
}

function seen({ data, leftAlone }) {
  if (!data.is_doubted && !leftAlone && HOLDING.includes(data.screen)) noteSeen();
}

/** Brings what the tab remembers in line with the screen; says whose seat it is, where the page is in doubt. */
export function keepSeat(page) {
  const { screen, seat } = page.data;
  const kept = stored();
  if (screen === "welcome") {
    if (kept) page.copies.postMessage(kept.seat);
    store(null);
  } else if (page.data.is_doubted) settleDoubt(page, kept);
  else if (HOLDING.includes(screen) && seat) hold(page, kept);
  if (!page.data.is_doubted) page.answered = "";
  keepAddress(page);
}

function settleDoubt(page, kept) {
  const { seat } = page.data;
  const isOurs = kept?.seat === seat && page.leftAlone !== seat;
  box("reflect_doubt")?.toggleAttribute("hidden", isOurs);
  if (page.answered === seat) return;
  page.answered = seat; // once in each doubt
  if (isOurs) page.tell("tab", { seat, draft: kept.draft ?? {} });
  else page.tell("stranger", seat);
}

function hold(page, kept) {
  const { screen, seat } = page.data;
  const isBack = page.leftAlone === seat;
  page.leftAlone = "";
  // "No, that was me": only now may the draft be seen.
  if (isBack && kept?.draft) page.tell("tab", { seat, draft: kept.draft });
  else if (screen !== "items" || kept?.seat !== seat) store({ seat });
  seen(page);
}

// Back must neither lose this person's place nor show the last person's.
function keepAddress(page) {
  const { screen, code, seat } = page.data;
  const url = new URL(location.href);
  if (screen === "welcome") url.searchParams.delete("seat");
  else if (HOLDING.includes(screen) && seat) {
    url.searchParams.set("code", code);
    url.searchParams.set("seat", seat);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
