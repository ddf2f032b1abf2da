// The form for proposals: remarks beside the fields, and the record as it will look, as one writes.
// What is written is sent to be checked, and kept nowhere. Without this script the button "Check" does the same.

const WAIT = 700; // milliseconds after the last letter

const form = document.querySelector("form[data-check]");
const touched = new Set();
let timer = 0;
let asking = null;

// One live region tells screen readers how much there is to look at; the sentences stand beside their fields.
const spoken = document.createElement("p");
spoken.className = "unseen";
spoken.setAttribute("role", "status");
document.body.append(spoken);

function show(answer) {
  let count = 0;
  for (const [name, html] of Object.entries(answer.found)) {
    const place = document.getElementById(`found-${name}`);
    if (!place || (name && !touched.has(name))) continue;
    // From our own server, which escapes every text in it.
    place.innerHTML = name ? html : "";
    count += place.querySelectorAll("li").length;
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (answer.grave.includes(name)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }
  const preview = document.getElementById("preview");
  if (preview && answer.preview) preview.innerHTML = answer.preview;
  const told = count ? form.dataset.told.replace("{n}", count) : form.dataset.none;
  if (spoken.textContent !== told) spoken.textContent = told;
}

async function check() {
  asking?.abort();
  asking = new AbortController();
  try {
    const reply = await fetch(form.dataset.check, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: asking.signal,
    });
    if (reply.ok) show(await reply.json());
  } catch (error) {
    // Superseded, or no connection: the button still checks.
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
  }
}

function later(event) {
  const name = event.target.name;
  if (!name || event.target.type === "hidden") return;
  touched.add(name === "kind" ? "broader" : name);
  clearTimeout(timer);
  timer = setTimeout(check, WAIT);
}

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("change", later);
}

// What is written is kept nowhere: who leaves by another way than the buttons is asked first.
const proposal = document.getElementById("proposal");
let written = proposal?.dataset.written !== undefined;
proposal?.addEventListener("input", () => (written = true));
proposal?.addEventListener("submit", () => (written = false));
window.addEventListener("pageshow", (event) => {
  if (event.persisted && proposal) written = true;
});
window.addEventListener("beforeunload", (event) => {
  if (written) event.preventDefault();
});

// Where something is to be corrected, that is what one comes to first.
document.getElementById("faults")?.focus();
