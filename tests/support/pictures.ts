import { attachImage } from "#lib/commands/directory/attach-image.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { answersOf, type AVersion } from "./versions.ts";

/** A picture that a draft's words name. @returns its id and the name of its file */
export async function aPicture(
  { id, author }: Pick<AVersion, "id" | "author">,
  { name = "bus.webp", now = new Date() } = {},
) {
  const picture = { name, type: "image/webp", bytes: new Uint8Array([1, 2, 3]), width: 4, height: 3 } as const;
  const attached = await attachImage({ versionId: id, ...picture, actor: author, now });
  if (!attached.ok) throw new Error(attached.reason);
  const { latestRevision } = await db.version.findUniqueOrThrow({ where: { id } });
  const before = await answersOf(id);
  const images = [...((before["images"] as object[] | undefined) ?? [])];
  const answers = {
    ...before,
    images: [...images, { attachment: attached.value.id, title: "", alt: "A", credit: "" }],
  };
  const saved = await saveRevision({ id, basedOn: latestRevision, answers: answers as never, actor: author, now });
  if (!saved.ok) throw new Error(saved.reason);
  const { key } = await db.attachment.findUniqueOrThrow({ where: { id: attached.value.id } });
  return { id: attached.value.id, key };
}
