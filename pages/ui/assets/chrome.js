// What every page of Open Roads does in the browser. Pages of staff mount it as a component of its own (draw, stop);
// seat.js and wall.js import the pieces they share. A component's script runs again on every change of its data and its
// clean-up only when it leaves the page, so each piece may be called any number of times.

const CONNECTION = "data-test-connection-state";
// A reload or a short drop mends itself before anybody need know.
const GRACE_MILLISECONDS = 1500;
const POLL_MILLISECONDS = 5000;
const HOLD_MILLISECONDS = 500;
const ASK_AGAIN_MILLISECONDS = 3000;

export function draw({ data }) {
  speak(data.language, data.direction);
  announceConnection(data.disconnected);
  pressOnEnter();
  runErrands(data.errands);
  import("./names.js").then(({ nameParts }) => nameParts(data.names));
}

export function stop() {}

/** Streamlit's first HTML has a fixed language; a switch in the page changes it here. */
export function speak(language, direction) {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

/** Shows our own sentence while the server cannot be reached, in place of Streamlit's English window. */
export function announceConnection(sentence) {
  const page = connection();
  page.banner.textContent = sentence;
  if (page.watcher) return;
  page.watcher = new MutationObserver(() => look(page));
  page.watcher.observe(document.body, { subtree: true, attributeFilter: [CONNECTION] });
  look(page);
}

/** A network may fall silent without a word: whoever waits for an answer in vain says so here. */
export function announceSilence(isSilent) {
  const page = connection();
  page.isSilent = isSilent;
  show(page);
}

function connection() {
  return remembered("connection", () => ({ banner: makeBanner(), timer: 0, isLost: false, isSilent: false }));
}

function look(page) {
  const isLost = !isConnected();
  if (isLost === page.isLost) return;
  page.isLost = isLost;
  clearTimeout(page.timer);
  page.timer = setTimeout(() => show(page), isLost ? GRACE_MILLISECONDS : 0);
}

function show(page) {
  page.banner.hidden = !page.isLost && !page.isSilent;
}

function isConnected() {
  const state = document.querySelector(`[${CONNECTION}]`)?.getAttribute(CONNECTION);
  return !state || state === "CONNECTED" || state === "STATIC_CONNECTED";
}

function makeBanner() {
  const banner = document.createElement("div");
  banner.id = "open-roads-connection";
  banner.setAttribute("role", "status");
  banner.dataset.liveAnnouncer = "true"; // Streamlit's window, though unseen, silences everything else beside it
  banner.hidden = true;
  document.body.append(banner);
  return banner;
}

/** Enter in a field inside `st.container(key="enter_<key>")` presses the button whose key is `<key>`. */
export function pressOnEnter() {
  remembered("enter", () => {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("input")) return;
      const box = event.target.closest('[class*="st-key-enter_"]');
      const key = [...(box?.classList ?? [])].find((name) => name.startsWith("st-key-enter_"));
      if (!key) return;
      // After Streamlit's own listener has taken the field's value.
      setTimeout(() => document.querySelector(`.st-key-${CSS.escape(key.slice(13))} button`)?.click());
    });
    return {};
  });
}

const ERRANDS = {
  ticket: (ticket) => fetch("/staff/cookie", { method: "POST", body: ticket }),
  leaving: () => fetch("/staff/sign-out", { method: "POST" }),
};

/** Gets or gives back the staff cookie. The same errand comes with every run and is done once. */
export function runErrands(errands) {
  const done = remembered("errands", () => new Set());
  for (const [kind, value] of Object.entries(errands ?? {})) {
    if (done.has(value) || !ERRANDS[kind]) continue;
    done.add(value);
    ERRANDS[kind](value).catch(() => {}); // the tab itself is signed in or out in any case
  }
}

/**
 * Calls `hear(revision)` at once and whenever the lesson of this class changes, and again as long as it returns false:
 * the page does not show this revision yet. Where the network lets no such connection through, it calls `hear` every
 * few seconds with the time, which is no revision of any lesson. `audience` is "learners" for pages that need not know
 * how many have sent. Returns a function that stops it.
 */
export function followLesson(code, hear, audience = "wall") {
  let socket, opening, polling, telling;
  // What is said while the page itself is cut off would be lost, so it waits.
  const tell = (revision) => {
    const pause = !isConnected() ? HOLD_MILLISECONDS : hear(revision) === false ? ASK_AGAIN_MILLISECONDS : 0;
    clearTimeout(telling);
    if (pause) telling = setTimeout(() => tell(revision), pause);
  };
  const poll = () => isConnected() && hear(Date.now());
  const open = () => {
    polling ??= setInterval(poll, POLL_MILLISECONDS);
    const asked = new URLSearchParams({ code, for: audience });
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/events?${asked}`);
    socket.onmessage = (message) => {
      clearInterval(polling);
      polling = null;
      tell(JSON.parse(message.data).revision);
    };
    // Not all at the same moment: a class of thirty loses the network together.
    socket.onclose = () => (opening = setTimeout(open, 1000 + Math.random() * 2000));
  };
  open();
  return () => {
    for (const timer of [opening, polling, telling]) clearTimeout(timer);
    socket.onclose = null;
    socket.close();
  };
}

/** One thing per tab, whichever script asks for it first. */
function remembered(name, make) {
  const kept = (window.openRoads ??= {});
  return (kept[name] ??= make());
}
