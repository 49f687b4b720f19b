import { z } from "zod";
import { inOrder, readOne } from "../listing/one-value.ts";
import { pairsOf, type Parameters } from "../listing/parameters.ts";
import type { Ignored } from "../listing/read.ts";
import { oneLine } from "../template/text.ts";
import { eventKinds } from "../workflow/editor-words.ts";
import { everyEvent, type HistoryQuery } from "./query.ts";

const longestSearch = 200;
const names: readonly string[] = ["q", "kind", "person", "council", "caseStudy", "from", "to", "page"];
const id = z.uuid().toLowerCase();
const slug = z.string().regex(/^[a-z0-9-]{1,200}$/);
const day = z.iso.date();
const words = z.string().transform(oneLine).pipe(z.string().max(longestSearch));
const page = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
const kind = z.enum(eventKinds);

/** Reads any address at all as a query of the history, and says what it could not use. */
export function readHistory(parameters: Parameters): { query: HistoryQuery; ignored: Ignored } {
  const pairs = pairsOf(parameters).filter(([, value]) => value !== "");
  const report = new Set<string>();
  const valuesOf = (name: string) => [...new Set(pairs.filter(([given]) => given === name).map(([, value]) => value))];
  const one = <Value>(name: string, schema: z.ZodType<Value, string>) =>
    readOne(valuesOf(name), schema, () => report.add(name));

  const kinds = valuesOf("kind").map((value) => kind.safeParse(value));
  if (kinds.some(({ success }) => !success)) report.add("kind");
  const [from, to] = inOrder(one("from", day), one("to", day), () => report.add("from").add("to"));
  const query = {
    q: one("q", words) ?? everyEvent.q,
    kinds: kinds.flatMap(({ data }) => data ?? []).toSorted(),
    person: one("person", id),
    council: one("council", slug),
    caseStudy: one("caseStudy", id),
    from,
    to,
    page: one("page", page) ?? everyEvent.page,
  };
  const others = new Set(pairs.map(([name]) => name).filter((name) => !names.includes(name))).size;
  return { query, ignored: { names: names.filter((name) => report.has(name)), others } };
}
