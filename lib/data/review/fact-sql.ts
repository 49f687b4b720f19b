import type { Fact } from "#lib/domain/template/questions.ts";
import { listTemplates, questionFor } from "#lib/domain/template/templates.ts";
import { Prisma } from "#prisma/client/client.ts";

/**
 * A fact as SQL reads it from the answers of a revision "r" of a version "v", whichever template it was written with. Null
 * where the template does not ask for it.
 */
export const factText = (fact: Fact): Prisma.Sql => byTemplate(fact, Prisma.sql`->>`);

/** The same, for a fact that is a list. */
export const factList = (fact: Fact): Prisma.Sql => byTemplate(fact, Prisma.sql`->`);

function byTemplate(fact: Fact, operator: Prisma.Sql): Prisma.Sql {
  const cases = listTemplates().flatMap((template) => {
    const question = questionFor(template, fact);
    return question ? [Prisma.sql`when ${template.key} then r."answers" ${operator} ${question.key}::text`] : [];
  });
  return Prisma.sql`(case v."template" ${Prisma.join(cases, " ")} end)`;
}
