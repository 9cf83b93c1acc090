// The wall: one full screen in front of the class. Draws what Python sends, ticks, listens for keys and for changes.
// Every sentence comes from Python. `draw` runs again on each change of data, so it only changes what is different.

import { drawTimer, tickClock } from "./wall_clock.js";
import { Events } from "./wall_events.js";
import { wasBuilt } from "./wall_motion.js";
import { drawView, speak } from "./wall_scenes.js";
import { addStyles, element, fill, fit, pathIcon, qrCode } from "./wall_parts.js";

const TICK_MS = 250;
const HOLD_MS = 1500; // after opening and after the last call: a second press right away is not meant
const ROTATE_MS = 20000;
const OFFLINE_AFTER_MS = 1500;
const SETTLE_MS = 120;
const ASK_AGAIN_MS = 3000;
const PANEL_MS = 3000;
const SLIM = ["exhibit", "item"];
const LEAFED = ["texts", "words"]; // scenes that need several pages
// Streamlit's window about a lost connection, though unseen, silences everything else beside it.
const HEARD = { "data-live-announcer": "true" };
const SILENT = { views: [{ scene: "blank", text: "" }], words: {} };

export function draw(component) {
  const wall = (component.parentElement.openRoadsWall ||= new Wall(component.parentElement));
  wall.show(component.data ?? SILENT, component.setTriggerValue);
}

export function stop(component) {
  component.parentElement.openRoadsWall?.stop();
  delete component.parentElement.openRoadsWall;
}

class Wall {
  constructor(parent) {
    this.drawn = {};
    this.index = 0;
    this.heldUntil = 0;
    this.lostAt = null;
    this.styles = addStyles(() => {
      this.styled = true;
      this.fitAll();
    });
    this.root = element("div", "or-wall", { role: "region", ...HEARD });
    this.watermark = this.root.appendChild(element("div", "or-watermark", { "aria-hidden": "true" }));
    this.header = this.root.appendChild(element("header", "or-header"));
    this.body = this.root.appendChild(element("div", "or-body"));
    this.footer = this.root.appendChild(element("footer", "or-footer"));
    this.spoken = this.root.appendChild(element("p", "or-spoken", { "aria-live": "polite" }));
    this.offline = this.root.appendChild(element("p", "or-offline", { role: "status" }));
    this.panel = this.root.appendChild(element("nav", "or-panel"));
    parent.append(this.root);

    this.leaving = new AbortController();
    const listen = (target, type, act, capture) =>
      target.addEventListener(type, act, { capture, signal: this.leaving.signal });
    listen(window, "keydown", (event) => this.press(event), true);
    listen(window, "pointermove", () => this.showPanel(), false);
    this.sizes = new ResizeObserver(() => this.fitAll());
    this.sizes.observe(this.root);
    document.fonts?.ready.then(() => this.fitAll());
    this.ticking = setInterval(() => this.tick(), TICK_MS);
    this.events = new Events((revision) => this.heard(revision));
  }

  show(data, setTriggerValue) {
    this.data = data;
    this.pressedAt = -Infinity;
    this.setTriggerValue = setTriggerValue;
    if (this.latest === null) this.latest = undefined;
    if (data.server_now) this.skew = Date.parse(data.server_now) - Date.now();
    this.root.lang = data.language ?? "";
    this.root.dir = data.direction ?? "ltr";
    this.root.setAttribute("aria-label", data.words.wall ?? "");
    this.once("watermark", data.watermark, () => this.drawWatermark());
    this.once("header", [data.title, data.road, data.watermark, data.timer, data.views[0]], () => this.drawHeader());
    this.once("panel", [data.words, data.steering, data.other_address], () => this.drawPanel());
    this.once("views", data.views, () => {
      this.index = 0;
      this.heldUntil = data.holds ? Date.now() + HOLD_MS : 0;
      this.drawBody();
    });
    this.showFooter();
    this.root.dataset.revision = data.revision ?? 0;
    this.events.listen(data.code);
    this.fitAll();
    this.tick();
  }

  // Calls `act` only when the value differs from the one drawn last.
  once(name, value, act) {
    const now = JSON.stringify(value ?? null);
    if (this.drawn[name] === now) return;
    this.drawn[name] = now;
    act();
  }

  drawWatermark() {
    const text = this.data.watermark ?? "";
    this.watermark.textContent = text;
    this.watermark.style.setProperty("--letters", Math.max(text.length, 1));
  }

  drawHeader() {
    const { title, road, watermark, timer, views } = this.data;
    this.header.replaceChildren();
    this.root.classList.toggle("or-bare", !road);
    this.clock = null;
    if (!road) return;
    // An exhibit needs the whole wall, so what to do with it stands in the place of the title.
    const task = views[0].scene === "exhibit" ? views[0].text : "";
    const names = element("div", task ? "or-names or-what or-fitted" : "or-names");
    if (task) {
      Object.assign(names.dataset, { largest: 4.8, smallest: 3.8 });
      names.append(element("h1", "", {}, task));
    } else {
      names.append(element("p", "or-title", {}, title), element("p", "or-place", {}, road.text));
      if (watermark) names.append(element("p", "or-tag", {}, watermark));
    }
    this.header.append(names);
    if (timer) this.clock = drawTimer(this.header, timer);
    const line = element("div", "or-road", { "aria-hidden": "true" });
    const travelled = road.of > 1 ? (road.at - 1) / (road.of - 1) : 1;
    line.style.setProperty("--travelled", travelled);
    for (let step = 0; step < road.of; step++) {
      const stone = element("span", step + 1 < road.at ? "or-stone or-passed" : step + 1 === road.at ? "or-stone or-here" : "or-stone");
      stone.style.setProperty("--at", road.of > 1 ? step / (road.of - 1) : 0);
      line.append(stone);
    }
    this.header.append(line);
  }

  drawBody() {
    const view = this.data.views[this.index];
    this.root.dataset.scene = view.scene;
    this.since = Date.now();
    const drawn = drawView(view, this.data);
    drawn.classList.toggle("or-built", wasBuilt(this.data.code, view));
    this.body.replaceChildren(drawn);
    this.showFooter();
    this.bigClock = this.body.querySelector(".or-big-clock");
    const pages = this.data.views.length;
    if (pages > 1 && this.index > 0) {
      const words = { number: this.index + 1, count: pages };
      if (LEAFED.includes(view.scene)) this.body.append(element("p", "or-page", {}, fill(this.data.words.page, words)));
    }
    const said = speak(view);
    if (this.spoken.textContent !== said) this.spoken.textContent = said;
  }

  leafTo(index) {
    this.index = index;
    this.drawBody();
    this.fitAll();
  }

  // An exhibit and an item need the room that the small square would take.
  showFooter() {
    const { strip, band, views } = this.data;
    const slim = SLIM.includes(views[this.index].scene);
    this.once("footer", [strip, band, slim], () => this.drawFooter(strip, band, slim));
  }

  drawFooter(strip, band, slim) {
    this.footer.replaceChildren();
    this.footer.className = slim ? "or-footer or-slim" : "or-footer";
    if (strip) {
      const way = element("div", "or-strip");
      if (!slim) way.append(qrCode(strip.qr, ""));
      const words = element("div", "or-strip-words");
      words.append(element("span", "or-strip-address", {}, strip.address), element("span", "or-strip-code", {}, strip.code));
      way.append(words);
      this.footer.append(way);
    }
    if (band) this.footer.append(element("p", "or-band", {}, band));
    this.footer.hidden = !strip && !band;
  }

  drawPanel() {
    const { words, steering, other_address } = this.data;
    const buttons = [];
    const button = (label, icon, act) => {
      const made = element("button", "or-button", { type: "button", "aria-label": label, title: label });
      made.append(pathIcon(icon));
      made.addEventListener("click", act);
      buttons.push(made);
    };
    if (steering) {
      button(words.back, "back", () => this.go("back"));
      button(words.next, "next", () => this.go("next"));
      button(words.blank, "blank", () => this.send("blank"));
    }
    if (steering && other_address) button(other_address, "address", () => this.send("address"));
    button(words.full_screen, "full", fullScreen);
    if (steering) button(words.leave, "leave", () => this.send("leave"));
    this.panel.replaceChildren(...buttons);
    this.panel.hidden = !words.full_screen;
  }

  showPanel() {
    this.root.classList.add("or-awake");
    clearTimeout(this.sleeping);
    this.sleeping = setTimeout(() => this.root.classList.remove("or-awake"), PANEL_MS);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    if (event.key === " " && event.target.closest?.("button, a")) return;
    const act = this.action(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) act();
  }

  action(key) {
    const arrow = key === "ArrowRight" || key === "ArrowLeft";
    if (key === "f" || key === "F") return fullScreen;
    if (key === "PageDown" || key === " " || key === "ArrowRight") return () => this.go("next", arrow);
    if (key === "PageUp" || key === "ArrowLeft") return () => this.go("back", arrow);
    if ((key === "b" || key === "B" || key === ".") && this.data.steering) return () => this.send("blank");
    return null;
  }

  // First through what can be leafed through on the spot, then on with the lesson.
  go(direction, arrow = false) {
    const index = this.index + (direction === "next" ? 1 : -1);
    const leafs = arrow || this.data.browse === "all";
    this.leafed = true;
    if (leafs && index >= 0 && index < this.data.views.length) {
      this.leafTo(index);
    } else {
      this.send(direction);
    }
  }

  send(key) {
    // A press that waited for the connection would come as a surprise.
    if (!this.data.steering || !isConnected()) return;
    if (key === "next") {
      if (Date.now() < this.heldUntil) return;
      // Until the answer is here, a second press could already mean "close".
      if (this.data.holds) this.heldUntil = Date.now() + HOLD_MS;
    }
    this.pressedAt = Date.now();
    this.setTriggerValue("key", key);
  }

  // What the lesson's revision is now; null when nobody knows, so that the server has to be asked.
  heard(revision) {
    this.latest = revision;
    this.askedAt = Date.now();
    // Our own key press brings the new state by itself; ask only if it did not.
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.catchUp(), SETTLE_MS);
  }

  // What was heard before the connection was back, or asked for in vain, is asked for again. Of two reports that reach a
  // busy server it takes in the later alone: a key press must have been answered first.
  catchUp() {
    if (!isConnected() || this.latest === undefined || this.latest === this.data.revision) return;
    if (Date.now() - this.pressedAt < ASK_AGAIN_MS) return;
    this.askedAt = Date.now();
    this.setTriggerValue("changed", this.latest ?? this.data.revision);
  }

  tick() {
    const now = Date.now() + (this.skew ?? 0);
    if (this.clock) tickClock(this.clock, this.data.timer, now);
    if (this.bigClock) tickClock(this.bigClock, this.data.views[0], now);
    if (isConnected()) this.lostAt = null;
    else this.lostAt ??= Date.now();
    if (this.latest !== this.data.revision && Date.now() - this.askedAt > ASK_AGAIN_MS) this.catchUp();
    const lost = this.lostAt && Date.now() - this.lostAt > OFFLINE_AFTER_MS;
    const note = lost ? (this.data.words.offline ?? "") : "";
    if (this.offline.textContent !== note) this.offline.textContent = note;
    this.rotate();
  }

  // A screen that nobody steers from here leafs through the cards by itself, until somebody presses a key.
  rotate() {
    const { steering, views } = this.data;
    const cards = views.length > 1 && LEAFED.includes(views[views.length - 1].scene);
    if (steering || this.leafed || !cards || Date.now() - this.since < ROTATE_MS) return;
    this.leafTo((this.index + 1) % views.length);
  }

  fitAll() {
    if (!this.data || !this.styled) return;
    this.root.classList.add("or-ready");
    fit(this.root);
  }

  stop() {
    this.leaving.abort();
    this.events.stop();
    this.sizes.disconnect();
    clearInterval(this.ticking);
    clearTimeout(this.sleeping);
    clearTimeout(this.asking);
    this.root.remove();
    this.styles.remove();
  }
}

function isConnected() {
  const state = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state");
  return !state || state === "CONNECTED";
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
