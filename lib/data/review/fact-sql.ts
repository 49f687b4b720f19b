import { Prisma } from "#prisma/client/client.ts";
import type { Fact } from "#lib/domain/template/questions.ts";
import { getTemplate, questionFor } from "#lib/domain/template/templates.ts";
import { db } from "#lib/data/db.ts";

/**
 * The answer that feeds a fact, whatever template the words were written with. Part of a statement in which "Version" is
 * called v and its "Revision" r.
 */
export async function factSql(...facts: Fact[]): Promise<Prisma.Sql[]> {
  const written = await db.version.findMany({ distinct: ["template"], select: { template: true } });
  return facts.map((fact) => {
    const cases = written.map(
      ({ template: key }) =>
        Prisma.sql`when ${key} then r."answers" ->> ${questionFor(getTemplate(key), fact)?.key ?? ""}`,
    );
    return cases.length ? Prisma.sql`case v."template" ${Prisma.join(cases, " ")} end` : Prisma.sql`null`;
  });
}
