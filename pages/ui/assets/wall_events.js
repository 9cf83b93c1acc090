// Hears the revision of the class's lesson; while the socket is down it asks every few seconds instead.

const POLL_MS = 5000;
const LONGEST_PAUSE_MS = 15000;

export class Events {
  constructor(heard) {
    this.heard = heard;
    this.tries = 0;
  }

  listen(code) {
    if (this.code === code) return;
    this.code = code;
    this.close();
    if (code) this.open();
  }

  open() {
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/events?code=${encodeURIComponent(this.code)}`);
    this.socket = socket;
    socket.onopen = () => {
      this.tries = 0;
      clearInterval(this.polling);
      this.polling = null;
    };
    socket.onmessage = (message) => this.heard(JSON.parse(message.data).revision);
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.polling ??= setInterval(() => this.heard(null), POLL_MS);
      this.retry = setTimeout(() => this.open(), Math.min(1000 * 2 ** this.tries++, LONGEST_PAUSE_MS));
    };
  }

  close() {
    const socket = this.socket;
    this.socket = null;
    clearTimeout(this.retry);
    clearInterval(this.polling);
    this.polling = null;
    socket?.close();
  }

  stop() {
    this.code = null;
    this.close();
  }
}
