import { keptKeyOf } from "#lib/data/submissions/links.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Tally, Visitor } from "./web.ts";
import { declarations, emailOf, titleOf, wordsOf, type Fields, type SectionWords, type Times } from "./words.ts";

/** What one client was told is done, and so has to be found afterwards. */
export interface Expected {
  client: number;
  email: string;
  /** Of the start form. */
  key: string;
  texts: Fields;
  submitted: boolean;
  confirmed: boolean;
  /** Answers that were not what a repeat is owed. */
  wrong: string[];
}

// A form that comes back sooner than anybody can fill it is taken for a program's.
const fillingMs = 2100;

interface Story {
  client: number;
  visitor: Visitor;
  tally: Tally;
  chance: () => number;
  /** Waits for the letter that asks to confirm an address. @returns the path of its link */
  confirmationFor(email: string): Promise<string>;
}

export const nothingYet = (client: number): Expected => ({
  ...{ client, email: emailOf(client), key: "", texts: {} },
  ...{ submitted: false, confirmed: false, wrong: [] },
});

/** Writes a case study and sends it. @returns how to confirm it once the letter is there */
export async function write(story: Story, expected: Expected): Promise<() => Promise<void>> {
  const { client, visitor, tally, chance } = story;
  const sometimes = (): Times => (chance() < 0.4 ? 2 : 1);
  const send = async (path: string, fields: Fields, times: Times) =>
    oneOf(await visitor.send(path, fields, times), path);
  /** Every copy of a form leads to the same place. */
  const oneOf = (places: string[], path: string) => {
    const [place = ""] = places;
    if (places.some((other) => other !== place)) expected.wrong.push(`${path} led to ${places.join(" and ")}`);
    return place;
  };

  const start = await visitor.form("/submit/start", "/start/save");
  expected.key = keptKeyOf(start.hidden["key"] ?? "");
  await wait(fillingMs);
  const started = { ...start.hidden, title: titleOf(client), council: "Thanet District Council" };
  const toEmail = await send(start.action, started, 2);
  const draft = /^\/submit\/[\w-]{43}(?=\/email$)/.exec(toEmail)?.[0];
  if (!draft) throw new Error(`Starting led to ${toEmail}`);
  tally.steps++;

  await send(`${draft}/email/save`, { email: expected.email }, sometimes());
  tally.steps++;
  for (const words of wordsOf(client)) {
    await saveSection(words);
    tally.steps++;
  }

  const check = await visitor.form(`${draft}/check`, "/send");
  const declared = { ...check.hidden, ...declarations };
  const track = await send(check.action, declared, 2);
  if (!track.startsWith("/track/")) throw new Error(`Sending led to ${track}`);
  expected.submitted = true;
  tally.steps++;
  return confirm;

  async function saveSection({ section, fields, texts }: SectionWords) {
    const form = await visitor.form(`${draft}/${section}`, `/${section}/save`);
    const place = await send(form.action, { ...form.hidden, ...fields, do: "continue" }, sometimes());
    // Nobody else writes this draft, so nothing it says can be stale.
    if (place.includes("attempt=")) throw new Error(`Saving ${section} led to ${place}`);
    Object.assign(expected.texts, texts);
  }

  async function confirm() {
    const letter = await visitor.form(await story.confirmationFor(expected.email), "/spend");
    const place = await send(letter.action, {}, 2);
    if (place !== track) throw new Error(`Confirming led to ${place}`);
    expected.confirmed = true;
    tally.steps++;
    if (chance() < 0.5) return;
    // A proxy's late repeat, or the Back button.
    oneOf([toEmail, await send(start.action, started, 1)], start.action);
    oneOf([track, await send(check.action, declared, 1)], check.action);
    oneOf([track, await send(letter.action, {}, 1)], letter.action);
  }
}
