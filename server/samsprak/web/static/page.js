// What every page can do with script: `/` leads to the search field, and buttons copy what they name.

const EDITABLE = "input, textarea, select, [contenteditable]";
const SHOWN = 2500; // milliseconds that a button says that it has copied

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = document.getElementById("q");
  if (!field || event.target.closest(EDITABLE)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// One live region says to screen readers what the button shows.
const spoken = document.createElement("p");
spoken.className = "unseen";
spoken.setAttribute("role", "status");
document.body.append(spoken);

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.textContent.trim());
  const words = button.textContent;
  button.textContent = button.dataset.done;
  button.disabled = true;
  spoken.textContent = button.dataset.done;
  setTimeout(() => {
    button.textContent = words;
    button.disabled = false;
    spoken.textContent = "";
  }, SHOWN);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  // Without a clipboard (plain HTTP, old browsers) the text can still be marked and copied by hand.
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button));
}
