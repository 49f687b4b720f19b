import { db } from "#lib/data/db.ts";
import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { askAs } from "#tests/support/editors-site.ts";
import { aVersion } from "#tests/support/versions.ts";

/** @param fairly whether both tabs show the same revision @returns what was wrong */
export async function raceSaves(addresses: readonly string[], rounds: number, fairly = true): Promise<string[]> {
  const wrong: string[] = [];
  const { id } = await aVersion("draft");
  await createLink(db, { purpose: "draft", versionId: id, now: new Date() });
  const path = `/submit/${await findDraftToken(id)}/challenge`;
  for (let round = 0; round < rounds; round++) {
    const { latestRevision } = await db.version.findUniqueOrThrow({ where: { id } });
    const texts = [0, 1].map((tab) => `Round ${round}, tab ${tab}`);
    const answers = await Promise.all(
      texts
        .slice(0, fairly ? 2 : 1)
        .map((challenge, tab) =>
          askAs(addresses[tab] ?? "", "", `${path}/save`, { challenge, basedOn: `${latestRevision}`, do: "save" }),
        ),
    );
    const lost = answers.findIndex(({ location }) => location.includes("attempt="));
    const kept = await db.revision.findMany({ where: { versionId: id, number: { gt: latestRevision } } });
    const text = (kept[0]?.answers as { challenge?: string } | undefined)?.challenge;
    if (kept.length !== 1 || lost < 0 || text !== texts[1 - lost])
      wrong.push(`saves, round ${round}: ${kept.length} kept, ${text}, lost ${lost}`);
    const shown = lost < 0 ? "" : (await askAs(addresses[lost] ?? "", "", answers[lost]?.location ?? "")).text;
    if (!texts.every((one) => shown.includes(one))) wrong.push(`saves, round ${round}: both texts are not shown`);
  }
  return wrong;
}
