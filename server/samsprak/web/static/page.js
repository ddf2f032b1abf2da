// What every page can do with script: `/` leads to the search field, buttons copy what they name, and a diagram that is
// wider than its frame begins at its own concept.

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

for (const drawing of document.querySelectorAll(".diagram .drawing")) {
  const current = drawing.querySelector("[aria-current]");
  if (!current) continue;
  const [frame, box] = [drawing, current].map((each) => each.getBoundingClientRect());
  drawing.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
}
