import { setTimeout as wait } from "node:timers/promises";

const atOnce = 16;

/** Two months and a page that come again only after 291,600 others: all that a site keeps of these is pushed out long before. */
function monthsOf(number: number): string {
  const month = (place: number) =>
    `${2010 + Math.floor((place % 180) / 12)}-${String(1 + (place % 12)).padStart(2, "0")}`;
  const page = 1 + (Math.floor(number / 32_400) % 9);
  return `from=${month(number)}&to=${month(Math.floor(number / 180))}&page=${page}`;
}

/** Requests as a day brings them: mostly pages read before, some never asked for, some searches, and a form now and then. */
export function createLoad(address: string, caseStudies: readonly string[]) {
  const load = { done: 0, failed: 0, complaint: "", atFullSpeed, atRate };
  let turn = 0;

  function nextRequest(): [path: string, init: RequestInit] {
    turn += 1;
    if (turn % 50 === 0) {
      const body = new URLSearchParams({ email: "nobody" });
      return ["/sign-in/send", { method: "POST", body, headers: { origin: address, "sec-fetch-site": "same-origin" } }];
    }
    if (turn % 10 === 0) return [`/case-studies?${monthsOf(turn / 10)}`, {}];
    if (turn % 10 === 5) return [`/case-studies?q=town+${turn}`, {}];
    const kept = ["/", "/case-studies", "/topics", ...caseStudies];
    return [kept[turn % kept.length] ?? "/", {}];
  }

  async function ask(): Promise<void> {
    const [path, init] = nextRequest();
    const from = { "x-forwarded-for": `10.1.${(turn >> 8) & 255}.${turn & 255}` };
    const headers = { ...init.headers, ...from };
    const status = await fetch(address + path, { redirect: "manual", ...init, headers }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 0,
    );
    load.done += 1;
    if (status === 0 || status >= 500) {
      load.failed += 1;
      load.complaint = `${path}: ${status}`;
    }
  }

  async function atFullSpeed(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000;
    const work = async () => {
      while (performance.now() < end) await ask();
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  /** Begins so many a second, however long each takes, until a moment. */
  async function atRate(perSecond: number, until: number): Promise<void> {
    const begun = performance.now();
    const open = new Set<Promise<void>>();
    for (let sent = 0; performance.now() < until;) {
      const due = ((performance.now() - begun) / 1000) * perSecond;
      for (; sent < due; sent++) {
        const asking = ask().finally(() => open.delete(asking));
        open.add(asking);
      }
      await wait(10);
    }
    await Promise.all(open);
  }

  return load;
}
