// A double tap must not use the invitation up with its first half and be refused with its second.
document.querySelector("form")?.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button");
  setTimeout(() => (button.disabled = true));
  // Back from the next page, the browser shows this one as it was left.
  addEventListener("pageshow", () => (button.disabled = false), { once: true });
});
