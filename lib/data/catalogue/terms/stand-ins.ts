import { endsOf, standingAnswers, type StandIns } from "#lib/domain/catalogue/stand-ins.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import type { Queries } from "#lib/data/db.ts";

type Pointer = { list: keyof StandIns; id: string; to: string };

/** What stands by now for every topic and support type that was merged. */
export async function readStandIns(tx: Queries): Promise<StandIns> {
  const pointers = await tx.$queryRaw<Pointer[]>`
    select 'topics' as "list", "id", "mergedIntoId" as "to" from "Topic" where "mergedIntoId" is not null
    union all select 'supportTypes', "id", "mergedIntoId" from "SupportType" where "mergedIntoId" is not null`;
  const of = (list: keyof StandIns) => endsOf(pointers.filter((pointer) => pointer.list === list));
  return { topics: of("topics"), supportTypes: of("supportTypes") };
}

/** Answers as they read by now: topics and support types that were merged since are those that stand for them. */
export async function readAsTheyStand(tx: Queries, template: Template, answers: Answers): Promise<Answers> {
  return standingAnswers(template, answers, await readStandIns(tx));
}
