import { unfold, violationsInBothSchemes } from "#tests/support/axe.ts";
import { controlsOf } from "#tests/support/controls.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, test } from "./test.ts";

const pages = {
  "the overview": "/editor/catalogue",
  "the topics": "/editor/catalogue/topics",
  "the support types": "/editor/catalogue/support-types",
  "a topic with what is wrong": "/editor/catalogue/topics/add?name=Libraries&under=nowhere",
  "one topic": "/editor/catalogue/topics/change/libraries",
  "a name that is taken": "/editor/catalogue/topics/change/libraries?do=rename&name=Arts",
  "a merge before it is done": "/editor/catalogue/topics/change/libraries?do=merge&into=arts",
  "a merge that cannot be": "/editor/catalogue/topics/change/transport?do=merge&into=arts",
  "a list to retag": "/editor/catalogue/retag?topic=libraries&list=all",
  "a retag with what is wrong": "/editor/catalogue/retag?topic=libraries&of=ticked&show=preview",
  "a retag before it is done": "/editor/catalogue/retag?topic=libraries&of=all&add.topics=data&show=preview",
  "a list with nothing in it": "/editor/catalogue/retag?q=zzzz",
};

for (const [name, path] of Object.entries(pages)) {
  test(`${name}: axe finds nothing in either scheme, the markup is valid, and it is small enough`, async ({ page }) => {
    await signInAs(page, "Helen Marsh", "/editor/catalogue");
    const answer = await page.goto(path);
    const html = (await answer?.text()) ?? "";
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect(await complaintsAbout(html)).toEqual([]);
    expect(await violationsInBothSchemes(page)).toEqual([]);
  });

  test(`${name}: fits a small screen, folded and unfolded, with controls large enough`, async ({ page }) => {
    await signInAs(page, "Helen Marsh", "/editor/catalogue");
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(path);
    expect(await overflowing(page)).toEqual([]);
    await unfold(page);
    expect(await overflowing(page)).toEqual([]);
    const small = (await controlsOf(page)).filter(
      ({ width, height, inText }) => !inText && Math.min(width, height) < 24,
    );
    expect(small).toEqual([]);
  });
}

test("a change before it is undone: axe finds nothing, and it fits a small screen", async ({ page }) => {
  await signInAs(page, "Helen Marsh", "/editor/catalogue");
  await page.goto("/editor/catalogue/topics/change/cohesion?do=up");
  await page.getByRole("button", { name: "Move it up" }).click();
  await page.getByRole("link", { name: "Undo it" }).click();
  expect(await violationsInBothSchemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByRole("status")).toContainText("Undone: Moved the topic “Cohesion” up one place.");
  expect(await overflowing(page)).toEqual([]);
});
