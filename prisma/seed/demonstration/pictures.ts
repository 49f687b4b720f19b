import { readFile } from "node:fs/promises";
import { attachImage } from "#lib/commands/directory/attach-image.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import pictures from "../pictures.json" with { type: "json" };
import { daysBefore, type PlannedStory } from "./plan.ts";
import { must, type Underway } from "./writing.ts";

const folder = new URL("../pictures/", import.meta.url);
const size = { width: 1200, height: 750 };

/** Adds the drawing that suits a story's subject, if one does, as its council's officer would. */
export async function illustrate(underway: Underway, story: PlannedStory): Promise<Underway> {
  const picture = pictures.find(({ topics }) => topics.some((topic) => topic === story.pattern.topics[0]));
  if (!picture) return underway;
  const { versionId, author, revision, answers } = underway;
  const now = daysBefore(29, story.publishedAt);
  const bytes = await readFile(new URL(picture.file, folder));
  const name = picture.file;
  const { id } = must(await attachImage({ versionId, name, type: "image/webp", bytes, ...size, actor: author, now }));
  const images = [{ attachment: id, title: picture.title, alt: picture.alt, credit: picture.credit }];
  const saved = await saveRevision({
    id: versionId,
    basedOn: revision,
    answers: { ...answers, images },
    actor: author,
    now,
  });
  return { ...underway, revision: must(saved).revision };
}
