import { setTimeout as wait } from "node:timers/promises";
import { askAs } from "#tests/support/editors-site.ts";
import type { Scene } from "./questions.ts";

/** Milliseconds from the moment the database was back. */
export interface Recovery {
  "page never read": number;
  "kept page without its warning": number;
  "an editor's publication": number;
  "a draft saved": number;
}

const paused = "nothing can be sent in at the moment";

/** Waits for everything to work again by itself. @param title of the version that the editor publishes */
export async function recover(address: string, scene: Scene, title: string): Promise<Recovery> {
  const back = performance.now();
  const text = async (path: string) => {
    const answer = await fetch(address + path);
    return answer.status === 200 ? answer.text() : "";
  };
  const when = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo().catch(() => false))) {
      if (performance.now() - back > 60_000) return Infinity;
      await wait(50);
    }
    return Math.round(performance.now() - back);
  };
  const decision = { move: "publish", basedOn: "1", reason: "" };
  const publish = async () => {
    await askAs(address, scene.editor, `/editor/review/${scene.version}/decide`, decision);
    return (await text("/case-studies")).includes(title);
  };
  const save = async () => {
    const sent = { challenge: "The last bus left at seven.", basedOn: "1" };
    return (await askAs(address, "", `${scene.draft}/challenge/save`, sent)).status === 303;
  };
  const [cold, kept, published, saved] = await Promise.all([
    when(async () => (await text(`/case-studies?sort=title&page=2&from=2001-0${1 + (Math.round(back) % 9)}`)) !== ""),
    when(async () => /<\/html>\s*$/.test(await text("/topics")) && !(await text("/topics")).includes(paused)),
    when(publish),
    when(save),
  ]);
  return {
    "page never read": cold,
    "kept page without its warning": kept,
    "an editor's publication": published,
    "a draft saved": saved,
  };
}
