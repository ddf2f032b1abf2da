// Suggestions as one types: the ARIA combobox pattern with a listbox, where the focus stays in the field.
// Without this script the form works as it stands.

const PAUSE = 90; // milliseconds without a key before the server is asked

function combobox(form) {
  const field = form.querySelector('input[name="q"]');
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let options = [];
  let active = -1;
  let timer = 0;
  let request = null;

  list.id = `${field.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.listName);
  status.className = "unseen";
  status.setAttribute("role", "status");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  field.parentElement.classList.add("combobox");
  field.after(list, status);

  function close() {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function activate(number) {
    active = number;
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
    if (number < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", options[number].id);
      options[number].scrollIntoView({ block: "nearest" });
    }
  }

  function option(suggestion, number) {
    const item = document.createElement("li");
    const label = document.createElement("span");
    item.id = `${list.id}-${number}`;
    item.dataset.address = suggestion.address;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    label.textContent = suggestion.label;
    if (suggestion.lang) label.lang = suggestion.lang;
    item.append(label);
    if (suggestion.label !== suggestion.term) item.append(` → ${suggestion.term}`);
    return item;
  }

  function show(suggestions) {
    options = suggestions.map(option);
    list.replaceChildren(...options);
    status.textContent = form.dataset.found.replace("{n}", options.length);
    if (!options.length) {
      close();
      return;
    }
    active = -1;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    request?.abort();
    const typed = field.value.trim();
    if (!typed) {
      close();
      return;
    }
    request = new AbortController();
    const address = new URL(form.dataset.suggest, location.href);
    address.searchParams.set("q", typed);
    const vocabulary = form.querySelector('[name="vocab"]');
    if (vocabulary?.value) address.searchParams.set("vocab", vocabulary.value);
    try {
      const reply = await fetch(address, { signal: request.signal });
      if (reply.ok && document.activeElement === field) show(await reply.json());
    } catch (error) {
      // The next key asked anew, or there is no network: the form still works.
      if (error.name !== "AbortError") close();
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        ask();
        return;
      }
      // From the field down to the first and round again by way of the field.
      const places = options.length + 1;
      const step = event.key === "ArrowDown" ? 1 : -1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      location.href = options[active].dataset.address;
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  field.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) location.href = chosen.dataset.address;
  });
}

document.querySelectorAll("form[data-suggest]").forEach(combobox);
