import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { answersOf, type AVersion } from "./versions.ts";

/** A picture as it is once it was looked through: here, three bytes. */
export const aReadyPicture = (name = "bus.webp") => ({
  ...{ name, extension: "webp", type: "image/webp", content: new Uint8Array([1, 2, 3]) },
  picture: { width: 4, height: 3, widths: [] },
});

/** A picture that a draft's words name. @returns its id and the name of its file */
export async function aPicture(
  { id, author }: Pick<AVersion, "id" | "author">,
  { name = "bus.webp", now = new Date() } = {},
) {
  const attached = await attachReady({ versionId: id, file: aReadyPicture(name), actor: author, now });
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
