import { setTimeout as wait } from "node:timers/promises";
import { keptKeyOf } from "#lib/data/submissions/links.ts";
import type { Mail } from "../mail.ts";
import type { Visitor } from "../web.ts";
import { declarations, type Fields } from "../words.ts";
import type { Board } from "./board.ts";
import type { Handle } from "./history.ts";

// A form that comes back sooner than anybody can fill it is taken for a program's.
const fillingMs = 2100;

const sections: Record<string, Fields> = {
  about: { summary: "What came of it.", council: "Thanet District Council", topics: "buses" },
  facts: { outcome: "worked" },
  challenge: { challenge: "The last bus left at seven." },
  solution: { solution: "One timetable for three towns." },
  impact: { impact: "Use grew every week." },
  sustained: { sustained: "Fares pay for it." },
  lessons: {},
  contact: { "contact.name": "Transport team", "contact.email": "team@faults.example" },
};

let marks = 0;
/** Words that are found nowhere else. */
export const newMark = (): string => `mark-${(marks += 1)}-end`;
export const authorOf = (title: string): string => `${title.replaceAll(" ", "-").toLowerCase()}@faults.example`;
export const isRefusal = (place: string): boolean => place.includes("attempt=");

/** What an author does with a version of theirs. Each resolves with what they were told. */
export function authoring(board: Board, visitor: Visitor, handle: Handle) {
  const note = (kind: string, act: () => Promise<"done" | "refused" | "either">, mark = "") =>
    board.note({ client: handle.owner, handle, kind, mark }, visitor, act);

  return {
    save(section = "lessons") {
      const mark = section === "lessons" ? newMark() : "";
      const words = { ...sections[section], ...(section === "about" && { title: handle.title }) };
      const fields = { ...words, ...(mark && { lessons: mark }), basedOn: String(handle.revision), do: "continue" };
      const act = async () => {
        const [place = ""] = await visitor.send(`${handle.draft}/${section}/save`, fields, 1);
        if (isRefusal(place)) return "refused";
        handle.revision += 1;
        return "done";
      };
      return note("save", act, mark);
    },
    submit: () =>
      note("submit", async () => {
        const fields = { ...declarations, basedOn: String(handle.revision) };
        const [place = ""] = await visitor.send(`${handle.draft}/send`, fields, 1);
        if (!place.startsWith("/track/")) return "refused";
        handle.track = place;
        // It leads there as well when it had been sent before.
        return "either";
      }),
    async confirm(mail: Mail) {
      const link = newestLink(mail, handle);
      // The letter about what was sent again may be on its way still, and the one before it opens nothing any more.
      if (!link || link === handle.deadLink) return "either";
      return note("confirm", async () => (await visitor.send(`${link}/spend`, {}, 1), "either"));
    },
    async takeBack(mail: Mail) {
      if (!handle.track) return "either";
      handle.deadLink = newestLink(mail, handle);
      return note("takeBack", async () => (await visitor.send(`${handle.track}/take-back`, {}, 1), "either"));
    },
  };
}

/** The link to confirm with in the newest letter to an author that has come. */
const newestLink = (mail: Mail, { title }: Handle) =>
  mail.listener.received
    .filter(({ to }) => to.includes(authorOf(title)))
    .flatMap(({ email: { text } }) => /\/submit\/confirm\/[\w-]{43}/.exec(text ?? "") ?? [])
    .at(-1);

/** Starts a case study and answers everything. */
export async function begin(board: Board, visitor: Visitor, owner: number, number: number): Promise<Handle> {
  const title = `Work ${number} of client ${owner}`;
  const form = await visitor.form("/submit/start", "/start/save");
  await wait(fillingMs);
  const fields = { ...form.hidden, title, council: "Thanet District Council" };
  const [place = ""] = await visitor.send(form.action, fields, 2);
  const draft = place.replace(/\/email$/, "");
  const known = { title, owner, draft, startKey: keptKeyOf(form.hidden["key"] ?? ""), asked: null };
  const handle = board.add({ ...known, track: "", id: null, state: "writing", revision: 1 });
  await visitor.send(`${draft}/email/save`, { email: authorOf(title) }, 1);
  const { save } = authoring(board, visitor, handle);
  for (const section of Object.keys(sections)) await save(section);
  handle.state = "draft";
  return handle;
}
