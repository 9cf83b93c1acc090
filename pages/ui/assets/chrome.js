// What every page of Open Roads does in the browser. Pages of staff mount it as a component of its own (draw, stop);
// seat.js and wall.js import the pieces they share. A component's script runs again on every change of its data and its
// clean-up only when it leaves the page, so each piece may be called any number of times.

const GRACE_MILLISECONDS = 1500;
const CONNECTION = "data-test-connection-state";

export function draw({ data }) {
  speak(data.language, data.direction);
  announceConnection(data.disconnected);
  pressOnEnter();
  runErrands(data.errands);
}

export function stop() {}

/** Streamlit's first HTML has a fixed language; a switch in the page changes it here. */
export function speak(language, direction) {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

/** Shows our own sentence while the server cannot be reached, in place of Streamlit's English window. */
export function announceConnection(sentence) {
  const page = remembered("connection", () => ({ banner: makeBanner(), timer: 0, isLost: false }));
  page.banner.textContent = sentence;
  if (page.watcher) return;
  page.watcher = new MutationObserver(() => look(page));
  page.watcher.observe(document.body, { subtree: true, attributeFilter: [CONNECTION] });
  look(page);
}

function look(page) {
  const state = document.querySelector(`[${CONNECTION}]`)?.getAttribute(CONNECTION);
  const isLost = Boolean(state) && state !== "CONNECTED" && state !== "STATIC_CONNECTED";
  if (isLost === page.isLost) return;
  page.isLost = isLost;
  clearTimeout(page.timer);
  // A reload or a short drop mends itself before anybody need know.
  page.timer = setTimeout(() => show(page), isLost ? GRACE_MILLISECONDS : 0);
}

function show(page) {
  page.banner.hidden = !page.isLost;
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
 * Calls `hear(revision)` at once and whenever the lesson of this class changes. Returns a function that stops it.
 * `audience` is "learners" for pages that need not know how many have sent.
 */
export function followLesson(code, hear, audience = "wall") {
  let socket;
  let timer;
  let isOver = false;
  const open = () => {
    const asked = new URLSearchParams({ code, for: audience });
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/events?${asked}`);
    socket.onmessage = (message) => hear(JSON.parse(message.data).revision);
    socket.onclose = () => {
      // Not all at the same moment: a class of thirty loses the network together.
      if (!isOver) timer = setTimeout(open, 1000 + Math.random() * 2000);
    };
  };
  open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket.close();
  };
}

/** One thing per tab, whichever script asks for it first. */
function remembered(name, make) {
  const kept = (window.openRoads ??= {});
  return (kept[name] ??= make());
}
