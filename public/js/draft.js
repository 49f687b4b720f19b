// @ts-check
/*
 * Comfort for the pages of a draft: counters that count and forms that save themselves. Without it everything works all the same.
 */
const pause = 4000;
const patience = 15_000;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

for (const note of document.querySelectorAll("[data-counter]")) count(/** @type {HTMLElement} */ (note));
for (const form of document.querySelectorAll("form[data-autosave]")) keepSaved(/** @type {HTMLFormElement} */ (form));

/** Whether the page was opened anew, and not come back to. */
function arrived() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

/** Says how many characters are left, as the server will count them. @param {HTMLElement} note */
function count(note) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(note.dataset["counter"] ?? ""));
  const most = Number(note.dataset["max"]);
  if (!field) return;
  const say = () => {
    const left = most - [...field.value.replace(/\r\n?/g, "\n").normalize("NFC").trim()].length;
    const amount = Math.abs(left).toLocaleString("en-GB");
    note.textContent = left < 0 ? `${amount} characters too many` : `${amount} characters left`;
    note.classList.toggle("text-did-not-work", left < 0);
  };
  field.addEventListener("input", say);
  say();
}

/** Saves a form a few seconds after the last change, quietly. @param {HTMLFormElement} form */
function keepSaved(form) {
  const status = form.querySelector("[data-saved]");
  let timer = 0;
  let saving = Promise.resolve();
  // How often something was typed, and how much of that is known to be saved.
  let typed = 0;
  let saved = 0;
  // By these the site tells a page that saves again before it has heard of the save before from somebody else.
  const page = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  let turn = 0;
  form.addEventListener("formdata", ({ formData }) => {
    formData.set("page", page);
    formData.set("turn", String(++turn));
  });
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") return;
    typed += 1;
    saveIn(pause);
  });
  form.addEventListener("submit", () => (clearTimeout(timer), (saved = typed)));
  // Whoever follows a link in the middle of a sentence takes it with them; whoever was offline is saved when it is back.
  addEventListener("pagehide", () => typed !== saved && !isUploading() && void send().catch(() => undefined));
  addEventListener("online", () => typed !== saved && saveIn(0));
  // Whoever was quicker than this script has typed already. What a browser fills in again on the way back is not taken for that.
  if (arrived() && differs()) {
    typed += 1;
    saveIn(pause);
  }

  /** @param {number} wait in milliseconds */
  function saveIn(wait) {
    clearTimeout(timer);
    timer = window.setTimeout(() => (saving = saving.then(save)), wait);
  }

  /** What is on its way has all that was typed, and a file that a list sent after it would not name. */
  function isUploading() {
    return "uploading" in form.dataset;
  }

  /** Whether a field holds something else than the page came with. */
  function differs() {
    return [...form.querySelectorAll("input, textarea, select")].some(
      (field) =>
        (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
        (field instanceof HTMLInputElement &&
          (field.type === "checkbox" || field.type === "radio"
            ? field.checked !== field.defaultChecked
            : field.type !== "file" && field.value !== field.defaultValue)),
    );
  }

  /** Outlives the page, unless it is longer than browsers let such a request be. */
  function send() {
    const body = fieldsOf();
    return fetch(form.dataset["autosave"] || form.action, {
      method: "POST",
      body,
      keepalive: body.toString().length < 60_000,
    });
  }

  function fieldsOf() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    fields.set("do", "autosave");
    return fields;
  }

  async function save() {
    if (isUploading()) return saveIn(pause);
    if (typed === saved) return;
    const until = typed;
    try {
      const answer = await send();
      if (answer.status === 429)
        return say("Not saved: a limit was reached. Press Save and continue to see which, and when it works again.");
      if (!answer.ok) throw new Error(String(answer.status));
      if (answer.url.includes("attempt="))
        return say("Not saved. Press Save and continue to see why; nothing you typed is lost.");
      saved = Math.max(saved, until);
      say(`Saved ${clock.format(new Date())}${waits() ? ". The file you chose is not added yet" : ""}`);
    } catch {
      say("Not saved yet. It is tried again in a moment, and when you go on typing.");
      saveIn(patience);
    }
  }

  /** Whether a file is chosen that only a button sends. */
  function waits() {
    return [...form.querySelectorAll("input")].some(({ files }) => files?.length);
  }

  /** @param {string} text */
  function say(text) {
    if (status) status.textContent = text;
  }
}
