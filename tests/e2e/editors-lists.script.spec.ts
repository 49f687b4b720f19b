import { looksAt, unfold } from "#tests/support/axe.ts";
import { controlsOf } from "#tests/support/controls.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, lookAs } from "./test.ts";

const lists = [
  "/editor/queue",
  "/editor/queue?tab=all",
  "/editor/queue?tab=held",
  "/editor/queue?tab=due&page=2",
  "/editor/queue?tab=all&q=zzzz&topic=nothing&colour=red",
  "/editor/suggestions",
  "/editor/suggestions?tab=settled",
  "/editor/suggestions?only=problems",
  "/editor/suggestions?tab=settled&only=changes&page=9",
  "/editor/suggestions?about=00000000-0000-4000-8000-000000000000",
  "/editor/upkeep",
  "/editor/upkeep?tab=contacts",
  "/editor/upkeep?tab=links",
  "/editor/reports",
  "/editor/people",
  "/editor/people?q=zzzz",
  "/editor/searches",
  "/editor/searches?show=none&days=7",
  "/editor/synonyms",
  "/editor/history",
  "/editor/history?kind=decline&person=me&colour=red",
  "/editor/catalogue",
  "/editor/catalogue/topics",
  "/editor/catalogue/support-types",
  "/editor/catalogue/topics/add?name=Libraries&under=nowhere",
  "/editor/catalogue/topics/change/libraries",
  "/editor/catalogue/topics/change/libraries?do=rename&name=Arts",
  "/editor/catalogue/topics/change/libraries?do=merge&into=arts",
  "/editor/catalogue/topics/change/transport?do=merge&into=arts",
  "/editor/catalogue/retag?topic=libraries&list=all",
  "/editor/catalogue/retag?topic=libraries&of=ticked&show=preview",
  "/editor/catalogue/retag?topic=libraries&of=all&add.topics=data&show=preview",
  "/editor/catalogue/retag?q=zzzz",
  "/editor/catalogue/collections",
  "/editor/catalogue/collections/warm-homes-lower-bills",
  "/editor/catalogue/collections/warm-homes-lower-bills?q=libr",
  "/editor/catalogue/collections/warm-homes-lower-bills?q=zzzz",
  "/editor/catalogue/collections/warm-homes-lower-bills/rename?name=",
  "/editor/catalogue/collections/warm-homes-lower-bills/rename?name=Warmer",
  "/editor/catalogue/collections/warm-homes-lower-bills/retire",
  "/editor/catalogue/councils",
  "/editor/catalogue/councils?q=zzzz",
  "/editor/catalogue/councils?type=county",
  "/editor/catalogue/councils/add",
  "/editor/catalogue/councils/dorset",
  "/editor/catalogue/councils/dorset/change",
  "/editor/catalogue/councils/dorset/change?name=&type=none&predecessors=Nowhere",
  "/editor/catalogue/councils/saltmere/end",
  "/editor/catalogue/councils/saltmere/end?day=31%20March%202027&successors=Dorset",
  "/editor/catalogue/councils/saltmere/end?day=never&successors=Nowhere",
  "/editor/catalogue/councils/saltmere/merge",
  "/editor/catalogue/councils/saltmere/merge?into=",
  "/editor/catalogue/councils/saltmere/merge?into=Leeds",
  "/sign-in/account",
  "/sign-in/recovery-codes",
];

const look = lookAs("Helen Marsh");
const failuresOf = looksAt(lists);

for (const path of lists) {
  look(`${path}: is valid, light enough, fits a small screen, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    const answer = await page.goto(path);
    expect(answer?.url()).toContain(path.split("?")[0]);
    const html = (await answer?.text()) ?? "";
    expect.soft(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect.soft(await complaintsAbout(html)).toEqual([]);

    expect.soft(await overflowing(page)).toEqual([]);
    await unfold(page);
    expect.soft(await overflowing(page)).toEqual([]);
    const small = (await controlsOf(page)).filter(
      ({ width, height, inText }) => !inText && Math.min(width, height) < 24,
    );
    expect.soft(small).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 720 });
    expect.soft(await failuresOf(path)(page)).toEqual([]);
  });
}
