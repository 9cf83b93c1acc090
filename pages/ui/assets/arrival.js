// A lesson needs a WebSocket besides pages, and some proxies let only pages through. Where it fails, the page says so.
const MOST_MS = 8000;
const sentence = document.getElementById("socket");
const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/events`);
const timer = setTimeout(fail, MOST_MS);

socket.onopen = () => {
  clearTimeout(timer);
  socket.onerror = null;
  socket.close();
};
socket.onerror = fail;

function fail() {
  clearTimeout(timer);
  sentence.hidden = false;
}
