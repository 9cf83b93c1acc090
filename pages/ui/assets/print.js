// The button of a sheet's bar. Without this script the sentence beside it says how to print.
const button = document.getElementById("print");
if (button && typeof window.print === "function") {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
