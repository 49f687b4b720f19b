import { inTree } from "#lib/domain/catalogue/terms.ts";
import type { QueueChoices } from "#lib/domain/queue/read.ts";
import { kindOf, listTemplates } from "#lib/domain/template/templates.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";
import { db } from "#lib/data/db.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listEditors } from "#lib/data/people/people.ts";

/** Everything the queue can be filtered by at present. Topics stand in the order of their tree. */
export async function getQueueChoices(): Promise<QueueChoices> {
  const [councils, topics, editors] = await Promise.all([listCouncilNames(), readTerms(db, "topic"), listEditors()]);
  const kinds = new Map(listTemplates().map((template) => [kindOf(template), template.name]));
  return {
    councils,
    topics: inTree(topics).map(({ id, name }) => ({ id, name })),
    editors: editors.map(({ id, name, email }) => ({ id, name: name || email })),
    kinds: [...kinds].map(([id, name]) => ({ id, name })),
  };
}
