import { setTimeout as wait } from "node:timers/promises";
import { shownAt } from "#lib/domain/london-time.ts";
import { slugOf } from "#lib/domain/slug.ts";
import type { Mail } from "../mail.ts";
import { createVisitor, type Tally, type Visitor } from "../web.ts";
import type { Board } from "./board.ts";
import { pick, weightsOf } from "./choices.ts";
import type { Handle, Op } from "./history.ts";
import { lookAgain } from "./looking-again.ts";
import { authoring, begin, isRefusal, newMark } from "./writing.ts";

interface Setting {
  client: number;
  board: Board;
  address: string;
  tally: Tally;
  chance: () => number;
  mail: Mail;
  /** Of somebody who is an editor and writes case studies as well. */
  cookie: string;
  /** Whether enough has been done. */
  over: () => boolean;
}

const fewest = 12;
/** Each is sent in a few times, and twenty may be sent in a day with one e-mail address. */
const mostNextVersions = 6;
const authorsFrom = 30_000;
const editorsFrom = 60_000;

/** Writes, reviews, decides and reads, one thing after the other, until enough has been done. */
export async function work({ client, board, address, tally, chance, mail, cookie, over }: Setting): Promise<void> {
  const editor = createVisitor(address, editorsFrom + client, tally, cookie);
  // Each case study from an address of its own, whoever of the clients is its author now, so that no limit by address is met.
  const authors = new Map<number, Visitor>();
  let nextVersions = 0;
  const authorOf = ({ number }: Handle) => {
    const author = authors.get(number) ?? createVisitor(address, authorsFrom + number, tally);
    authors.set(number, author);
    return author;
  };
  for (let begun = 0; !over(); tally.steps = board.history.ops.length + board.history.looks.length) {
    const alive = board.alive();
    if (alive.length < fewest || chance() < 0.005) {
      begun += 1;
      await begin(board, createVisitor(address, client * 2000 + begun, tally), client, begun);
      continue;
    }
    const handle = alive[Math.floor(chance() * alive.length)];
    const kind = handle && pick(weightsOf(handle, client, chance), chance());
    if (!handle || !kind) await wait(5);
    else if (kind === "look" || (kind === "next" && nextVersions >= mostNextVersions)) await look(handle);
    else {
      const author = authorOf(handle);
      const told = await act(handle, kind, author);
      // Whoever was refused, or cannot tell, looks again.
      if (told !== "done") await lookAgain(handle, editor, author);
    }
  }

  async function act(handle: Handle, kind: string, author: Visitor): Promise<Op["told"]> {
    const own = authoring(board, author, handle);
    if (kind === "save" || kind === "submit") return own[kind]();
    if (kind === "confirm" || kind === "takeBack") return own[kind](mail);
    if (!handle.id) return "either";
    const mark = kind === "edit" || kind === "comment" ? newMark() : "";
    return board.note({ client, handle, kind, mark }, editor, () => edit(handle, kind, mark));
  }

  async function edit(handle: Handle, kind: string, mark: string): Promise<Op["told"]> {
    const desk = `/editor/review/${handle.id}`;
    const basedOn = String(handle.revision);
    const post = async (path: string, fields: Record<string, string>) => {
      const [place = ""] = await editor.send(path, fields, 1);
      return isRefusal(place) ? "refused" : "done";
    };
    if (kind === "comment") return post(`${desk}/comment`, { section: "lessons", text: mark, toCouncil: "yes" });
    if (kind === "next") return next(handle, `${desk}/next`);
    if (kind === "edit") {
      const told = await post(`${desk}/edit/lessons/save`, { lessons: mark, basedOn, do: "save" });
      if (told === "done") handle.revision += 1;
      return told;
    }
    const [day, time] = shownAt(new Date(Date.now() + 90_000));
    const told = await post(`${desk}/decide`, { move: kind, basedOn, reason: `Because of ${kind}`, day, time });
    if (told === "done") handle.state = leadsTo[kind] ?? handle.state;
    return told;
  }

  async function next({ title }: Handle, path: string): Promise<Op["told"]> {
    const from = Date.now();
    const [draft = ""] = await editor.send(path, {}, 1);
    if (!draft.startsWith("/submit/")) return "refused";
    nextVersions += 1;
    const known = { title, owner: client, draft, startKey: null, asked: [from, Date.now()] as [number, number] };
    board.add({ ...known, track: "", id: null, state: "draft", revision: 1 });
    return "done";
  }

  async function look({ title }: Handle): Promise<void> {
    const bySearch = chance() < 0.3;
    const page = `/case-studies/${slugOf(title)}`;
    const invoked = Date.now();
    const { status, text } = await editor.page(bySearch ? `/case-studies?q=%22${encodeURIComponent(title)}%22` : page);
    // Pages from before an outage may be shown in it, and say so.
    if (text.includes("nothing can be sent in at the moment")) return void (board.history.paused += 1);
    const words = `${text.includes("Withdrawn on") ? "withdrawn " : ""}${/mark-\d+-end/.exec(text)?.[0]}`;
    const found = text.includes(`href="${page}"`) ? "found" : "not found";
    const seen = bySearch ? found : status === 200 ? words : String(status);
    board.history.looks.push({ title, invoked, responded: Date.now(), seen });
  }
}

/** What a version is after a move, as far as it can be told without looking. */
const leadsTo: Record<string, string> = {
  ...{ hold: "held", take: "in_review", unassign: "submitted", requestChanges: "changes_requested" },
  ...{ accept: "accepted", reopen: "in_review", schedule: "scheduled", unschedule: "accepted", publish: "published" },
  ...{ decline: "declined", withdraw: "withdrawn", restore: "published", unpublish: "unpublished" },
};
