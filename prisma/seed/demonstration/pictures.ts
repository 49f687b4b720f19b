import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import type { Content } from "#lib/data/files/files.ts";
import { withIntake } from "#lib/data/files/intake/intake.ts";
import { prepareFile, type Ready } from "#lib/data/files/intake/prepare.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import pictures from "../pictures.json" with { type: "json" };
import { daysBefore, type PlannedStory } from "./plan.ts";
import { must, type Underway } from "./writing.ts";

const folder = new URL("../pictures/", import.meta.url);

/** Adds the drawing that suits a story's subject, if one does, as its council's officer would. */
export async function illustrate(underway: Underway, story: PlannedStory): Promise<Underway> {
  const picture = pictures.find(({ topics }) => topics.some((topic) => topic === story.pattern.topics[0]));
  if (!picture) return underway;
  const { versionId, author, revision, answers } = underway;
  const now = daysBefore(29, story.publishedAt);
  const file = await drawn(picture.file);
  const { id } = must(await attachReady({ versionId, file, actor: author, now }));
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

const ready = new Map<string, Promise<Ready>>();

/** A drawing, looked through and made ready as any picture is; once, though many stories show it. */
function drawn(name: string): Promise<Ready> {
  const made = ready.get(name) ?? prepare(name);
  ready.set(name, made);
  return made;
}

const prepare = (name: string) =>
  withIntake(async (work) => {
    const path = join(work, name);
    await copyFile(new URL(name, folder), path);
    const prepared = await prepareFile(path, name, "images", work);
    if (!prepared.ok) throw new Error(prepared.reason.because);
    const { content, picture, ...file } = prepared.value;
    const widths = (picture?.widths ?? []).map(async (one) => ({ ...one, content: await inMemory(one.content) }));
    return {
      ...file,
      content: await inMemory(content),
      picture: picture && { ...picture, widths: await Promise.all(widths) },
    };
  });

const inMemory = async (content: Content) => ("path" in content ? readFile(content.path) : content);
