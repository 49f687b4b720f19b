import { referenceEnd } from "#lib/domain/reference.ts";
import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { kindOf, listTemplates } from "#lib/domain/template/templates.ts";
import { openStates, type State } from "#lib/domain/workflow/states.ts";
import type { QueueQuery } from "#lib/domain/queue/query.ts";
import { tabOf, type TabKey } from "#lib/domain/queue/tabs.ts";
import { Prisma } from "#prisma/client/client.ts";
import { isSameCouncil, joinCouncil } from "#lib/data/catalogue/standing.ts";
import { factList, factText } from "../fact-sql.ts";
import { isReferred } from "../references.ts";

/** Versions "v" that the filters of a query leave, each with the active editor who has it, if any. */
export function filtered(query: QueueQuery): Prisma.Sql {
  const all = [Prisma.sql`(${isIn(openStates)} or ${isDue})`, ...conditions(query)];
  return Prisma.sql`(
    select v."id", v."template", v."latestRevision", v."state", v."authorId", v."publishAt", v."reviewBy", v."overdue",
           v."secondLook", v."answerBy", a."id" as "editorId", a."name" as "editorName"
      from "Version" v
      ${joinHolder}
      ${readsWords(query) ? withWords : Prisma.empty}
     where ${Prisma.join(all, " and ")}) v`;
}

/** Joins the person "a" who has a version "v": nobody has it once they edit no longer. */
export const joinHolder = Prisma.sql`
  left join "Person" a on a."id" = v."assigneeId" and a."active" and a."role"::text = any(${[...editorRoles]}::text[])`;

const isDue = Prisma.sql`(v."state" = 'published' and (v."overdue" or v."secondLook"))`;

const withWords = Prisma.sql`
  join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
  ${joinCouncil(factText("council"))}`;

/** The words lie apart from the version and are long, so they are read only where something is looked for in them. */
const readsWords = ({ q, council, topic }: QueueQuery) => Boolean(q || council || topic);

function conditions({ q, council, topic, kind, assignee }: QueueQuery): Prisma.Sql[] {
  const kinds = listTemplates().filter((template) => kindOf(template) === kind);
  return [
    ...(q ? [holds(q)] : []),
    ...(council ? [isSameCouncil(factText("council"), council)] : []),
    ...(topic ? [Prisma.sql`${factList("topics")} ?| ${within(topic)}`] : []),
    ...(kind ? [Prisma.sql`v."template" = any(${kinds.map(({ key }) => key)}::text[])`] : []),
    ...(assignee ? [Prisma.sql`a."id" = ${assignee}::uuid`] : []),
  ];
}

/** The ids that mean a topic or one within it: their own, and those that were merged into them. */
const within = (topic: string) => Prisma.sql`array(
  with recursive meant as (
    select "id" from "Topic" where ${topic} in ("id", "parentId") and "mergedIntoId" is null
    union select t."id" from "Topic" t join meant m on t."mergedIntoId" = m."id")
  select "id" from meant)`;

/** Whether all the words stand in the title or in whose it is, in any case; a reference number is looked for as one. */
function holds(q: string): Prisma.Sql {
  const end = referenceEnd(q);
  if (end) return isReferred(Prisma.sql`v."id"`, end);
  const text = Prisma.sql`lower(concat_ws(' ', ${factText("title")}, c."name", c."shortName", ${factText("organisation")}))`;
  const words = q.toLowerCase().split(" ");
  return Prisma.sql`(select bool_and(strpos(${text}, word) > 0) from unnest(${words}::text[]) word)`;
}

/** Whether a version belongs to a part of the queue. */
export function belongs(key: TabKey, me: string): Prisma.Sql {
  const { states, whose } = tabOf(key);
  if (!whose) return isIn(states);
  return Prisma.sql`${isIn(states)} and ${whose === "mine" ? Prisma.sql`v."editorId" = ${me}::uuid` : Prisma.sql`v."editorId" is null`}`;
}

export const isIn = (states: readonly State[]): Prisma.Sql => Prisma.sql`v."state" = any(${[...states]}::"State"[])`;

/** Since when a version "v" waits: when it was first sent, or first sent again after its author took it back. */
export const sentAt = Prisma.sql`
  (select min(e."at") from "Event" e where e."versionId" = v."id" and e."kind" = 'submit' and e."at" >= coalesce(
      (select max(b."at") from "Event" b where b."versionId" = v."id" and b."kind" = 'takeBack'), '-infinity'))`;

/** When a version came into the state it is in. What happens to it there counts for nothing. */
export const enteredAt = Prisma.sql`
  (select max(e."at") from "Event" e where e."versionId" = v."id" and e."toState" = v."state"
      and e."fromState" is distinct from e."toState")`;
