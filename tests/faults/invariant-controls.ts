import { invariants } from "./invariants.ts";

interface Client {
  query(sql: string): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

const published = `(select id from "Version" where state = 'published' order by id limit 1)`;
const itsEvent = `(select id from "Event" where kind = 'publish' and "versionId" in (select id from "Version" where state = 'published')
  and exists (select 1 from "Letter" l where l."eventId" = "Event".id) order by at desc limit 1)`;
const copyOfPublished = (state: string, number: number) =>
  `insert into "Version" (id, "caseStudyId", number, template, state)
   select gen_random_uuid(), "caseStudyId", ${number}, template, '${state}' from "Version" where id = ${published}`;

/** How each of the invariants is broken by hand, on any database in which something was published. */
const faults: Record<string, readonly string[]> = {
  "one version of a case study has its page": [
    `drop index "Version_one_published"`,
    copyOfPublished("withdrawn", 1001),
  ],
  "one version of a case study is open": [
    `drop index "Version_one_open"`,
    copyOfPublished("submitted", 1001),
    copyOfPublished("in_review", 1002),
  ],
  "what has a page has an address": [
    `update "CaseStudy" set slug = null where id = (select "caseStudyId" from "Version" where id = ${published})`,
  ],
  "what is published is listed, under its address and its title, and nothing else is": [
    `update "Listing" set title = title || '!' where "caseStudyId" = (select "caseStudyId" from "Version" where id = ${published})`,
  ],
  "the search holds what is published": [
    `delete from search.document where number = (select min(number) from search.document)`,
  ],
  "no change of what is listed is owed": [
    `insert into "OwedProjection" select "caseStudyId" from "Version" where id = ${published}`,
  ],
  "a version says how many revisions it has": [
    `delete from "Revision" where "versionId" = ${published} and number = 1`,
  ],
  "a version is where its history left it": [`update "Version" set state = 'unpublished' where id = ${published}`],
  "each line of history begins where the one before it ended": [
    `delete from "Event" where "versionId" = ${published} and kind = 'accept'`,
  ],
  "a line of history is about words that are there": [`update "Event" set revision = 999 where id = ${itsEvent}`],
  "nothing was replaced without what replaced it": [
    `update "Version" set state = (case id when ${published} then 'superseded' else 'declined' end)::"State"
      where "caseStudyId" = (select "caseStudyId" from "Version" where id = ${published})`,
  ],
  "what happened to a version with an author is told to them once": [
    `delete from "Letter" where "eventId" = ${itsEvent}`,
  ],
  "nobody is told twice of one thing": [
    `drop index "Letter_eventId_kind_toId_key"`,
    `insert into "Letter" (id, "eventId", kind, "toId", "queuedAt")
     select gen_random_uuid(), "eventId", kind, "toId", "queuedAt" from "Letter" where "eventId" = ${itsEvent}`,
  ],
  "what an answer names is a file of its case study": [
    `update "Revision" set answers = answers || '{"images": [{"attachment": "00000000-0000-4000-8000-000000000000"}]}'
      where "versionId" = ${published}`,
  ],
  "no address leads round in a circle": [
    `insert into "Redirect" values ('/round', '/about-again', now()), ('/about-again', '/round', now())`,
  ],
  "what is nobody's any more and no record is gone": [
    `update "Version" set state = 'declined', "authorId" = null, imported = false where id = ${published}`,
  ],
  "no link, letter or session is left of somebody who has been erased": [
    `insert into "Link" (id, "tokenHash", purpose, "createdAt") values (gen_random_uuid(), 'left', 'ownList', now())`,
  ],
  "nothing waits for a time that is long past": [
    `drop index "Version_one_open"`,
    `update "Version" set state = 'scheduled', "publishAt" = now() - interval '1 day' where id = ${published}`,
  ],
  "no file of the whole directory is newer than the directory": [
    `insert into "Download" select 'from-the-future', 'key', number + 1, 0, 0, '', now() from "Generation"`,
  ],
};

/**
 * Breaks each invariant by hand, looks, and takes it back.
 *
 * @param client a connection of somebody who may do everything, on a database in which something was published
 * @returns the invariants whose breach was not noticed
 */
export async function listUnnoticed(client: Client): Promise<string[]> {
  const blind = [];
  for (const { name, sql } of invariants) {
    await client.query("begin");
    // Triggers and keys would not let it happen.
    await client.query("set local session_replication_role = replica");
    const before = (await client.query(sql)).rows.length;
    try {
      for (const fault of faults[name] ?? []) await client.query(fault);
      if ((await client.query(sql)).rows.length <= before) blind.push(name);
    } finally {
      await client.query("rollback");
    }
  }
  return blind;
}
