// @ts-check
/*
 * Comfort for forms that bring files: a word while a file is chosen and not sent, how far an upload has come, and a way to stop it.
 * Without it the browser sends the form.
 */
const most = 10 * 1024 * 1024;
/** @type {Record<number, string>} */
const reasons = {
  401: "you are signed out. Sign in again in another window, then press the button again here.",
  413: "all of it is larger than can be sent at once. Choose smaller files.",
};

for (const field of document.querySelectorAll("input[type=file]")) watch(/** @type {HTMLInputElement} */ (field));

/** @param {HTMLInputElement} field */
function watch(field) {
  const form = field.form;
  if (!form) return;
  const says = document.createElement("p");
  says.setAttribute("role", "status");
  says.className = "mt-2";
  field.after(says);
  field.addEventListener("change", () => (says.textContent = tooLarge(field) || notAdded(field)));
  // Only its own buttons send a file: whoever follows a link would lose it without a word.
  addEventListener("beforeunload", (event) => field.files?.length && event.preventDefault());
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !field.files?.length) return;
    event.preventDefault();
    const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
    send(form, new FormData(form, pressed), says);
  });
}

/** What can be said before anything is sent. @param {HTMLInputElement} field */
function tooLarge({ files }) {
  const names = [...(files ?? [])].filter(({ size }) => size > most).map(({ name }) => name);
  return names.length ? `${names.join(", ")}: larger than 10 MB, so it will not be added.` : "";
}

/** That choosing is not adding. @param {HTMLInputElement} field */
function notAdded(field) {
  const add = field.closest("fieldset")?.querySelector("button[value=add]");
  const count = field.files?.length ?? 0;
  const chosen = count === 1 ? "The file you chose is" : "The files you chose are";
  return count && add ? `${chosen} not added yet. Press ${add.textContent}.` : "";
}

/** @param {HTMLFormElement} form @param {FormData} fields @param {HTMLElement} says */
function send(form, fields, says) {
  const request = new XMLHttpRequest();
  const bar = document.createElement("progress");
  const stop = document.createElement("button");
  const buttons = /** @type {HTMLButtonElement[]} */ ([...form.querySelectorAll("button")]);
  const boxes = [...form.querySelectorAll("textarea, input")].filter(
    (box) => box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement,
  );
  let told = -1;

  bar.max = 100;
  bar.className = "mt-2 block h-4 w-full accent-house";
  bar.setAttribute("aria-label", "How far the upload has come");
  stop.type = "button";
  stop.className = "link-button mt-2";
  stop.textContent = "Stop the upload";
  stop.addEventListener("click", () => request.abort());
  says.after(bar, stop);
  for (const button of buttons) button.disabled = true;
  // What is typed from here on would not be on its way, and lost with this page.
  for (const box of boxes) box.readOnly = true;
  form.dataset["uploading"] = "";
  stop.focus();
  says.textContent = "Uploading";

  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = Math.round((100 * loaded) / total);
    // Every quarter is enough to hear.
    const quarter = Math.floor(bar.value / 25) * 25;
    if (quarter > told) says.textContent = `Uploading: ${(told = quarter)}%`;
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    says.textContent = "Uploaded. It is being checked, which can take a minute.";
  });
  request.addEventListener("load", () => {
    if (request.status === 200) {
      for (const sent of form.querySelectorAll("input")) if (sent.type === "file") sent.value = "";
      // Whoever comes back finds the page as it is now, and not as it was before the file.
      addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
      return void location.assign(request.responseURL);
    }
    end(
      `The file was not added: ${reasons[request.status] ?? `the site answered ${request.status}. Try again in a minute.`}`,
    );
  });
  request.addEventListener("abort", () => end("Stopped. The file was not added."));
  request.addEventListener("error", () => end("The upload broke off, so the file was not added. Try again."));
  request.open("POST", form.action);
  request.send(fields);

  /** Everything typed stays, and the file stays chosen. @param {string} text */
  function end(text) {
    bar.remove();
    stop.remove();
    for (const button of buttons) button.disabled = false;
    for (const box of boxes) box.readOnly = false;
    delete form.dataset["uploading"];
    // What was to go with the file is saved without it.
    form.dispatchEvent(new Event("input"));
    says.textContent = text;
    /** @type {HTMLElement | null} */ (form.querySelector("button[value=add]"))?.focus();
  }
}
