import type { StandIns } from "#lib/domain/catalogue/stand-ins.ts";
import type { Queries } from "#lib/data/db.ts";

interface Led {
  leadTopicId: string | null;
  leadSupportTypeId: string | null;
}

/** The topic or support type that a version is put under, as it stands by now. */
export async function findLead(tx: Queries, { leadTopicId, leadSupportTypeId }: Led, standIns: StandIns) {
  if (leadTopicId !== null) {
    const id = standIns.topics.get(leadTopicId) ?? leadTopicId;
    const topic = await tx.topic.findUnique({ where: { id } });
    return topic && { group: "topic" as const, id, slug: topic.slug, name: topic.name };
  }
  if (leadSupportTypeId === null) return null;
  const id = standIns.supportTypes.get(leadSupportTypeId) ?? leadSupportTypeId;
  const type = await tx.supportType.findUnique({ where: { id } });
  return type && { group: "support" as const, id, slug: type.slug, name: type.name };
}
