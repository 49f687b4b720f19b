// @ts-check
/*
 * Comfort for the pages of a draft: counters that count and forms that save themselves. Without it everything works all the same.
 */
const pause = 4000;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

for (const note of document.querySelectorAll("[data-counter]")) count(/** @type {HTMLElement} */ (note));
for (const form of document.querySelectorAll("form[data-autosave]")) keepSaved(/** @type {HTMLFormElement} */ (form));

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
  let unsaved = false;
  form.addEventListener("input", () => {
    unsaved = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => (saving = saving.then(save)), pause);
  });
  form.addEventListener("submit", () => (clearTimeout(timer), (unsaved = false)));
  // Whoever follows a link in the middle of a sentence takes it with them; whoever was offline is saved when it is back.
  addEventListener(
    "pagehide",
    () => unsaved && fetch(form.action, { method: "POST", body: fieldsOf(), keepalive: true }),
  );
  addEventListener("online", () => unsaved && (saving = saving.then(save)));

  function fieldsOf() {
    const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    fields.set("do", "autosave");
    return fields;
  }

  async function save() {
    unsaved = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: fieldsOf() });
      if (answer.status === 429)
        return refuse("Not saved: a limit was reached. Press Save and continue to see which, and when it works again.");
      if (!answer.ok) throw new Error(String(answer.status));
      if (answer.url.includes("attempt="))
        return refuse("Not saved. Press Save and continue to see why; nothing you typed is lost.");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const based = /** @type {HTMLInputElement | null} */ (page.querySelector("input[name=basedOn]"));
      const own = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=basedOn]"));
      if (based && own) own.value = based.value;
      say(`Saved ${clock.format(new Date())}`);
    } catch {
      refuse("Not saved yet. It is tried again when you are connected and when you go on typing.");
    }
  }

  /** @param {string} text */
  function refuse(text) {
    unsaved = true;
    say(text);
  }

  /** @param {string} text */
  function say(text) {
    if (status) status.textContent = text;
  }
}
