// @ts-check
/*
 * Comfort for the search box: what the words typed so far could become, in a list that opens beneath. Without it the box
 * searches all the same. After the combobox of the ARIA Authoring Practices: a list, chosen from by hand. And comfort for
 * the filters beside it: topics and councils found by their first letters, and an address without what was left empty.
 */
const pause = 150;
const fewest = 2;

/** @typedef {{ kind: string, text: string, url: string, count: number | null }} Suggestion */
/** @type {Record<string, string>} */
const kinds = { topic: "Topic", support: "Support type", council: "Council", title: "Case study" };

for (const box of document.querySelectorAll("input[type=search][name=q][data-suggest]"))
  suggestFor(/** @type {HTMLInputElement} */ (box));

/** @param {HTMLInputElement} box */
function suggestFor(box) {
  const list = document.createElement("ul");
  list.id = `${box.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  // Laid over what follows, from the row that the box stands in: nothing moves while somebody types.
  box.parentElement?.classList.add("relative");
  box.after(list);
  const say = speaker(list, box);
  // A search field may not be a combobox, and somebody may be typing in it already.
  const { selectionStart, selectionEnd } = box;
  box.type = "text";
  box.setSelectionRange(selectionStart, selectionEnd);
  for (const [name, value] of [
    ["role", "combobox"],
    ["enterkeyhint", "search"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
    ["autocomplete", "off"],
  ])
    box.setAttribute(name ?? "", value ?? "");

  let timer = 0;
  let asking = new AbortController();
  let chosen = -1;

  const options = () => [...list.children].map((item) => /** @type {HTMLElement} */ (item));
  const close = () => {
    clearTimeout(timer);
    asking.abort();
    show([]);
  };

  /** @param {Suggestion[]} found */
  function show(found) {
    chosen = -1;
    list.replaceChildren(...found.map(optionFor));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {Suggestion} suggestion @param {number} index */
  function optionFor({ kind, text, url }, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset["url"] = url;
    item.append(text);
    if (kinds[kind]) {
      const note = document.createElement("span");
      note.textContent = ` ${kinds[kind]}`;
      item.append(note);
    }
    return item;
  }

  /** @param {number} to */
  function choose(to) {
    const all = options();
    chosen = to;
    all.forEach((item, index) => item.setAttribute("aria-selected", String(index === to)));
    const item = all[to];
    if (item) box.setAttribute("aria-activedescendant", item.id);
    else box.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const typed = box.value.trim();
    if (typed.length < fewest) return show([]);
    try {
      const answer = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: typed })}`, { signal: asking.signal });
      if (!answer.ok) return show([]);
      const { items } = await answer.json();
      show(items);
      say(items.length === 1 ? "1 suggestion" : `${items.length} suggestions`);
    } catch {
      // Whoever is offline searches without suggestions.
    }
  }

  /** A suggestion that is a search of the list is made with everything else in the form. Any other is a page of its own. @param {HTMLElement | undefined} item */
  function go(item) {
    if (!item) return;
    close();
    const { form } = box;
    const to = new URL(item.dataset["url"] ?? "", location.href);
    if (!form || to.pathname !== new URL(form.action).pathname) return location.assign(to);
    box.value = to.searchParams.get(box.name) ?? "";
    to.searchParams.delete(box.name);
    form.addEventListener("formdata", ({ formData }) => add(formData, to.searchParams), { once: true });
    form.requestSubmit();
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });
  box.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "ArrowDown" && list.hidden) ask();
    else if (event.key === "ArrowDown" && all.length) choose(chosen + 1 < all.length ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && all.length) choose(chosen < 0 ? all.length - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) go(all[chosen]);
    else return;
    event.preventDefault();
  });
  // A press on an option must not take the focus away before it counts.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = /** @type {HTMLElement} */ (event.target).closest("li");
    if (item) go(item);
  });
  box.addEventListener("blur", close);
}

for (const filter of document.querySelectorAll("[data-long-list]")) filterLong(/** @type {HTMLElement} */ (filter));

/** A box above a long list of choices that hides those without the words typed. What is chosen stays. @param {HTMLElement} holder */
function filterLong(holder) {
  const items = [...holder.querySelectorAll("li")];
  const label = document.createElement("label");
  const box = document.createElement("input");
  const named = holder.dataset["longList"] ?? "";
  label.className = "find text-small";
  label.textContent = named;
  box.className = "field text-small";
  box.type = "search";
  label.append(box);
  holder.prepend(label);
  const say = speaker(label, box);
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.addEventListener("input", () => {
    const words = plain(box.value);
    let shown = 0;
    let found = 0;
    for (const item of items) {
      const matches = plain(item.textContent ?? "").includes(words);
      const holds = matches || item.querySelector("input:checked") !== null;
      item.hidden = !holds;
      if (matches) found += 1;
      if (holds) shown += 1;
      // What lies folded away is found as well.
      const folded = item.parentElement?.closest("details");
      if (holds && words && folded && holder.contains(folded)) folded.open = true;
    }
    // What would open on nothing is no help.
    for (const folded of holder.querySelectorAll("details")) folded.hidden = !folded.querySelector("li:not([hidden])");
    say(found ? `${shown} shown` : `${named.replace(/^Find an?/, "No")} matches`, !found);
  });
}

for (const box of document.querySelectorAll("input[name=like]"))
  box.addEventListener("focus", () => nameCouncils(/** @type {HTMLInputElement} */ (box)), { once: true });

/** Offers the names of councils to complete what is typed. They are many, so they come once somebody means to type one. @param {HTMLInputElement} box */
async function nameCouncils(box) {
  try {
    const answer = await fetch("/api/v1/councils");
    if (!answer.ok) return;
    /** @type {{ items: { name: string, endedOn: string | null }[] }} */
    const { items } = await answer.json();
    const list = document.createElement("datalist");
    list.id = `${box.id}-names`;
    list.append(...items.filter(({ endedOn }) => !endedOn).map(({ name }) => new Option(name, name)));
    box.after(list);
    box.setAttribute("list", list.id);
  } catch {
    // Whoever is offline types the whole name.
  }
}

/** @type {NodeListOf<HTMLFormElement>} */
const lists = document.querySelectorAll("form[method=get]");
for (const form of lists) form.addEventListener("formdata", ({ formData }) => dropEmpty(formData));

// A page that a browser kept as it was left shows what was ticked in it, and its list is not filtered by that.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const form of lists) if (form.autocomplete === "off") form.reset();
  for (const box of document.querySelectorAll("[data-long-list] input[type=search]"))
    box.dispatchEvent(new Event("input"));
});

/** @param {FormData} data */
function dropEmpty(data) {
  for (const name of new Set(data.keys())) if (data.getAll(name).every((value) => value === "")) data.delete(name);
}

/** @param {FormData} data @param {URLSearchParams} more */
function add(data, more) {
  for (const [name, value] of more) if (!data.getAll(name).includes(value)) data.append(name, value);
}

/** Says something to whoever cannot see it. Its place is there, empty, before there is something to say. @param {Element} place @param {HTMLInputElement} box */
function speaker(place, box) {
  const status = document.createElement("p");
  status.className = "sr-only";
  status.setAttribute("role", "status");
  box.addEventListener("focus", () => status.isConnected || place.after(status));
  /** @param {string} words @param {boolean} [seen] whether everybody should see it */
  return (words, seen = false) => {
    status.textContent = words;
    status.className = seen ? "py-1 text-small" : "sr-only";
  };
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
