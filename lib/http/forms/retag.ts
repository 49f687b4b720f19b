import { z } from "zod";
import { tagFacts, type Retag, type TagFact, type Tags } from "#lib/domain/catalogue/retag/retag.ts";

type Side = keyof Retag;

/** The field in which a topic or support type is ticked, to be added or taken away. */
export const tagField = (side: Side, fact: TagFact) => `${side}.${fact}`;

/** What a form says is to be added and taken away. @param values gives every value of a field */
export function readRetag(values: (name: string) => readonly string[]): Retag {
  const tags = (side: Side): Tags => {
    const [topics, supportTypes] = tagFacts.map((fact) => [
      ...new Set(values(tagField(side, fact)).filter((id) => /^[a-z0-9-]{1,100}$/.test(id))),
    ]);
    return { topics: topics ?? [], supportTypes: supportTypes ?? [] };
  };
  return { add: tags("add"), remove: tags("remove") };
}

/** What is to be added and taken away, as an address or hidden fields carry it. */
export const writeRetag = (retag: Retag): [name: string, id: string][] =>
  (["add", "remove"] as const).flatMap((side) =>
    tagFacts.flatMap((fact) => retag[side][fact].map((id): [string, string] => [tagField(side, fact), id])),
  );

const pair = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/)
  .transform((text) => {
    const [versionId = "", revision = ""] = text.split(".");
    return { versionId, revision: Number(revision) };
  });

/** Which words of which versions an editor was shown, in one field. What cannot be read is left out. */
export const readSeenVersions = (text: string) =>
  text.split(",").flatMap((one) => {
    const read = pair.safeParse(one);
    return read.success && z.uuid().safeParse(read.data.versionId).success ? [read.data] : [];
  });

export const writeSeenVersions = (seen: readonly { versionId: string; revision: number }[]): string =>
  seen.map(({ versionId, revision }) => `${versionId}.${revision}`).join(",");
