import { z } from "zod";
import { councilMeant } from "../council-names.ts";
import { readOne } from "../listing/one-value.ts";
import { pairsOf, type Parameters } from "../listing/parameters.ts";
import type { Ignored } from "../listing/read.ts";
import { oneLine } from "../template/text.ts";
import { ownQueue, type QueueQuery } from "./query.ts";
import { tabs } from "./tabs.ts";

/** What can be chosen at present. */
export interface QueueChoices {
  councils: readonly { id: string; name: string; shortName: string; unlisted?: boolean }[];
  topics: readonly Choice[];
  kinds: readonly Choice[];
  editors: readonly Choice[];
}

export interface Choice {
  id: string;
  name: string;
}

const longestSearch = 200;
const names: readonly string[] = ["tab", "q", "council", "topic", "kind", "assignee", "page"];
/** What the answer to a form adds to the address. It asks for nothing. */
const answers = "attempt";

const tab = z.enum(tabs.map(({ key }) => key));
const words = z.string().transform(oneLine).pipe(z.string().max(longestSearch));
const page = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number);
const oneOf = (choices: readonly Choice[]) => z.enum(choices.map(({ id }) => id));
/** Typed as a name, kept as an id. */
const councilIn = (councils: QueueChoices["councils"]) =>
  z
    .string()
    .transform((typed) => (councils.some(({ id }) => id === typed) ? typed : councilMeant(typed, councils)))
    .pipe(z.string());

/** Reads any address at all as a query of the queue, and says what it could not use. */
export function readQueue(parameters: Parameters, choices: QueueChoices): { query: QueueQuery; ignored: Ignored } {
  const pairs = pairsOf(parameters).filter(([name, value]) => value !== "" && name !== answers);
  const report = new Set<string>();
  const valuesOf = (name: string) => [...new Set(pairs.filter(([given]) => given === name).map(([, value]) => value))];
  const one = <Value>(name: string, schema: z.ZodType<Value, string>) =>
    readOne(valuesOf(name), schema, () => report.add(name));
  const query = {
    tab: one("tab", tab) ?? ownQueue.tab,
    q: one("q", words) ?? "",
    council: one("council", councilIn(choices.councils)),
    topic: one("topic", oneOf(choices.topics)),
    kind: one("kind", oneOf(choices.kinds)),
    assignee: one("assignee", oneOf(choices.editors)),
    page: one("page", page) ?? 1,
  };
  const others = new Set(pairs.map(([name]) => name).filter((name) => !names.includes(name))).size;
  return { query, ignored: { names: names.filter((name) => report.has(name)), others } };
}
