/** Somebody's browser without pictures or script: it keeps cookies, follows nothing by itself, and knows where it is. */
export class Visit {
  readonly #cookies = new Map<string, string>();
  readonly site: string;

  constructor(site: string) {
    this.site = site;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async open(path: string) {
    return this.#ask(path, {});
  }

  async send(path: string, form: Record<string, string> = {}) {
    return this.#ask(path, { method: "POST", body: new URLSearchParams(form) });
  }

  async #ask(path: string, init: RequestInit) {
    const headers = { cookie: this.cookie, origin: this.site };
    const answer = await fetch(new URL(path, this.site), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const { status, headers: said } = answer;
    const clears = said.get("clear-site-data") ?? "";
    return { status, location: said.get("location") ?? "", clears, text: await answer.text() };
  }

  #keep(line: string) {
    const [pair = ""] = line.split(";", 1);
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (/max-age=0(;|$)/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
