import { pageStates, type State } from "#lib/domain/workflow/states.ts";
import { readDoubt, type Doubt } from "#lib/domain/upkeep/doubts.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";
import { hidingDay } from "#lib/domain/upkeep/enquiries.ts";
import { upkeepDays } from "#lib/ops/env.ts";
import { wordsName } from "#lib/data/naming.ts";
import { factText } from "#lib/data/review/fact-sql.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { Prisma } from "#prisma/client/client.ts";

/** A contact on a published page at whom nobody may be any more. */
export interface DoubtedContact {
  contactId: string;
  versionId: string;
  caseStudyId: string;
  slug: string;
  title: string;
  name: string;
  email: string;
  doubt: Doubt;
  doubtedAt: Date;
  hiddenAt: Date | null;
  /** The day from which readers are not shown it, where nobody shows it again before. */
  hidingOn: Date;
}

type Row = Omit<DoubtedContact, "doubt" | "hidingOn"> & { doubt: string };

/** Nothing is doubted about a contact any more, as somebody is there or an editor has heard from them. */
export async function trustContact(tx: Queries, id: string, now: Date): Promise<void> {
  await tx.contact.update({ where: { id }, data: { doubt: "", doubtedAt: null, hiddenAt: null, confirmedAt: now } });
}

/** The doubted contacts that published words name, the longest doubted first. */
export async function listDoubtedContacts(): Promise<DoubtedContact[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c."id" as "contactId", v."id" as "versionId", v."caseStudyId", k."slug", c."name", c."email", c."doubt", c."doubtedAt",
           c."hiddenAt", coalesce(${factText("title")}, '') as "title"
      from "Contact" c
      join "CaseStudy" k on k."id" = c."caseStudyId"
      join "Version" v on v."caseStudyId" = k."id" and ${hasPage}
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where c."doubt" <> '' and c."email" <> '' and ${wordsName(Prisma.sql`c`)}
     order by c."doubtedAt", c."id"`;
  const days = upkeepDays();
  return rows.flatMap(({ doubt: kept, ...row }) => {
    const doubt = readDoubt(kept);
    return doubt ? [{ ...row, doubt, hidingOn: hidingDay(londonDay(row.doubtedAt), days) }] : [];
  });
}

const hasPage = Prisma.sql`v."state" = any(${[...pageStates] satisfies State[]}::"State"[])`;
