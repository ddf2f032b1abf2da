// The hierarchy: a filter, and the ARIA tree pattern for those who have a keyboard and a pointer.
// Without this script it is nested lists that open and close; on touch screens it stays so, since a tree item that is
// also a link cannot be opened there without following it.

const tree = document.querySelector(".tree");
const filter = document.querySelector("form.filter");
const field = filter.querySelector("input");
const status = filter.querySelector("[role=status]");
const items = [...tree.querySelectorAll("li")].map((element) => ({
  element,
  link: element.querySelector(":scope > a"),
  details: element.querySelector(":scope > details"),
  more: element.querySelector(":scope > a.more"), // leads to what is below, where the tree is too large for a page
  parent: element.parentElement.closest("li"),
  root: element.closest("section"),
}));
const byElement = new Map(items.map((item) => [item.element, item]));
const byLink = new Map(items.map((item) => [item.link, item]));
const opened = new Set(items.filter((item) => item.details?.open));

function setOpen(item, open) {
  if (!item.details) return;
  item.details.open = open;
  if (item.link.hasAttribute("role")) item.link.setAttribute("aria-expanded", String(open));
}

// --- Filter

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const names = new Map(items.map((item) => [item, fold(item.link.textContent)]));

function show() {
  const wanted = fold(field.value.trim());
  const shown = new Set();
  const found = wanted ? items.filter((item) => names.get(item).includes(wanted)) : items;
  for (const item of found) {
    for (let each = item; each && !shown.has(each); each = byElement.get(each.parent)) shown.add(each);
  }
  for (const item of items) {
    item.element.hidden = !shown.has(item);
    item.element.classList.toggle("found", Boolean(wanted) && found.includes(item));
  }
  const above = new Set(found.map((item) => byElement.get(item.parent)).filter(Boolean));
  for (const item of above) {
    const next = byElement.get(item.parent);
    if (next) above.add(next);
  }
  for (const item of items) setOpen(item, wanted ? above.has(item) : opened.has(item));
  for (const section of tree.querySelectorAll("section")) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  const said = found.length ? filter.dataset.found : filter.dataset.nothing;
  status.textContent = wanted ? said.replace("{n}", found.length) : "";
  makeEachReachable();
}

field.addEventListener("input", show);
filter.addEventListener("submit", (event) => event.preventDefault());
for (const button of filter.querySelectorAll("[data-all]")) {
  button.addEventListener("click", () => items.forEach((item) => setOpen(item, button.dataset.all === "open")));
}

// --- Tree pattern: one item of each facet can be reached with the tab key, arrow keys move among all

function visible() {
  return items.filter((item) => item.link.checkVisibility());
}

function makeReachable(item) {
  for (const each of items) if (each.root === item.root) each.link.tabIndex = each === item ? 0 : -1;
}

function makeEachReachable() {
  const roots = new Set();
  for (const item of visible()) {
    if (!item.link.hasAttribute("role") || roots.has(item.root)) continue;
    roots.add(item.root);
    makeReachable(item);
  }
}

function moveTo(item) {
  if (!item) return;
  makeReachable(item);
  item.link.focus();
}

function beginning(letter, item) {
  const shown = visible();
  const place = shown.indexOf(item);
  return [...shown.slice(place + 1), ...shown.slice(0, place)].find((each) => names.get(each).startsWith(fold(letter)));
}

const KEYS = {
  ArrowDown: (item, shown) => moveTo(shown[shown.indexOf(item) + 1]),
  ArrowUp: (item, shown) => moveTo(shown[shown.indexOf(item) - 1]),
  Home: (item, shown) => moveTo(shown[0]),
  End: (item, shown) => moveTo(shown.at(-1)),
  ArrowRight: (item, shown) => {
    if (item.details?.open) moveTo(shown[shown.indexOf(item) + 1]);
    else if (item.more) location.href = item.more.href;
    else setOpen(item, true);
  },
  ArrowLeft: (item) => {
    if (item.details?.open) setOpen(item, false);
    else moveTo(byElement.get(item.parent));
  },
  "*": (item) => {
    const beside = items.filter((each) => each.element.parentElement === item.element.parentElement);
    beside.forEach((each) => setOpen(each, true));
  },
};

function becomeTree() {
  for (const list of tree.querySelectorAll("section > ul")) {
    const heading = list.parentElement.querySelector("h2");
    list.setAttribute("role", "tree");
    list.setAttribute("aria-label", heading ? heading.textContent.trim() : tree.dataset.name);
  }
  items.forEach((item, number) => {
    item.element.setAttribute("role", "none");
    item.link.setAttribute("role", "treeitem");
    if (item.more) {
      item.more.tabIndex = -1;
      item.more.setAttribute("aria-hidden", "true");
      item.link.setAttribute("aria-expanded", "false");
    }
    if (!item.details) return;
    const group = item.details.querySelector(":scope > ul");
    group.setAttribute("role", "group");
    group.id = `below-${number}`;
    item.link.setAttribute("aria-owns", group.id);
    item.link.setAttribute("aria-expanded", String(item.details.open));
    // The sign stays for the mouse; the item itself says that it opens.
    const sign = item.details.querySelector(":scope > summary");
    sign.tabIndex = -1;
    sign.setAttribute("aria-hidden", "true");
    item.details.addEventListener("toggle", () => item.link.setAttribute("aria-expanded", String(item.details.open)));
  });
  tree.addEventListener("keydown", (event) => {
    const item = byLink.get(event.target);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key](item, visible());
    } else if (event.key.length === 1 && event.key.trim() && event.key !== "/") {
      moveTo(beginning(event.key, item));
    }
  });
  makeEachReachable();
  const current = items.find((item) => item.link.hasAttribute("aria-current"));
  if (current) makeReachable(current);
}

if (items.length && matchMedia("(hover: hover) and (pointer: fine)").matches) becomeTree();
