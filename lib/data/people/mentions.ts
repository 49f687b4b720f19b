import { mentions, type Words } from "#lib/domain/people/mentions.ts";
import { db } from "#lib/data/db.ts";
import { listContactsOf } from "./people.ts";

/** Where free text says who somebody is. It names ids only. */
export interface Mention {
  caseStudyId: string;
  /** Null for what belongs to the case study as a whole. */
  versionId: string | null;
  place: "answers" | "reason" | "comment" | "factCheck" | "suggestion" | "followUp" | "attachment";
  /** Of the template, for a mention in answers; "" elsewhere. */
  question: string;
}

const batch = 300;

/** What tells who a person is: their own details, and those of a contact with their e-mail address. */
export async function findWords({ name, email }: { name: string; email: string }): Promise<Words> {
  const contacts = await listContactsOf(db, email);
  const given = (texts: string[]) => [...new Set(texts.map((text) => text.trim()).filter((text) => text.length > 1))];
  return {
    names: given([name, ...contacts.map((contact) => contact.name)]),
    addresses: given([email, ...contacts.map((contact) => contact.phone)]),
  };
}

/**
 * Every text of every version that says who somebody is, once for each question. In steps, so that no query takes long.
 *
 * @param within only those of one case study
 */
export async function listMentions(words: Words, within?: string): Promise<Mention[]> {
  const found: Mention[] = [];
  const patterns = [...words.names, ...words.addresses].map((word) => JSON.stringify(word.toLowerCase()).slice(1, -1));
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const versions = await db.version.findMany({
      where: { id: { gt: after }, ...(within && { caseStudyId: within }) },
      orderBy: { id: "asc" },
      take: batch,
      select: { id: true },
    });
    found.push(...(await listIn(versions, patterns)).filter(({ text }) => mentions(text, words)).map(withoutText));
    const last = versions.at(-1);
    if (!last || versions.length < batch) break;
    after = last.id;
  }
  found.push(
    ...(await listOfCaseStudies(patterns, within)).filter(({ text }) => mentions(text, words)).map(withoutText),
  );
  return [...new Map(found.map((mention) => [JSON.stringify(mention), mention])).values()];
}

type Said = Mention & { text: unknown };

/** The database looks roughly, for the letters wherever they stand; the domain then looks closely. */
const listIn = (versions: { id: string }[], patterns: string[]) => {
  const ids = versions.map(({ id }) => id);
  return db.$queryRaw<Said[]>`
    select v."caseStudyId", v."id" as "versionId", said."place", said."question", said."text" from (
      select r."versionId", 'answers' as "place", a."key" as "question", a."value" as "text"
        from "Revision" r, jsonb_each(r."answers") a where r."versionId" = any(${ids}::uuid[])
      union all select "versionId", 'reason', '', to_jsonb("reason") from "Event" where "versionId" = any(${ids}::uuid[])
      union all select "versionId", 'comment', '', to_jsonb("text") from "Comment" where "versionId" = any(${ids}::uuid[])
      union all select "versionId", 'factCheck', '', "answer" from "FactCheck" where "versionId" = any(${ids}::uuid[])
    ) said join "Version" v on v."id" = said."versionId"
     where exists (select 1 from unnest(${patterns}::text[]) word where strpos(lower(said."text"::text), word) > 0)
     order by v."id"`;
};

const listOfCaseStudies = (patterns: string[], within: string | null = null) =>
  db.$queryRaw<Said[]>`
    select said."caseStudyId", null as "versionId", said."place", '' as "question", said."text" from (
      select "caseStudyId", 'suggestion' as "place", to_jsonb(array["text", "answer"]) as "text" from "Suggestion"
      union all select "caseStudyId", 'followUp', to_jsonb(array["told", "text", "reason"]) from "FollowUp"
      union all select "caseStudyId", 'attachment', to_jsonb("name") from "Attachment"
    ) said
     where (${within}::uuid is null or said."caseStudyId" = ${within}::uuid)
       and exists (select 1 from unnest(${patterns}::text[]) word where strpos(lower(said."text"::text), word) > 0)`;

const withoutText = ({ caseStudyId, versionId, place, question }: Said): Mention => ({
  caseStudyId,
  versionId,
  place,
  question,
});
