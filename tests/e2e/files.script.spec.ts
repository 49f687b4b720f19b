import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { startDraft } from "#tests/support/submission.ts";
import { byKeyboard, byPointer } from "#tests/support/typists.ts";
import { expect, test } from "./test.ts";

test("an upload shows how far it has come, can be stopped, and loses nothing", async ({ page }) => {
  test.setTimeout(120_000);
  const by = byKeyboard(page);
  await startDraft(page, byPointer, "A draft with an upload");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Images" }).click();
  expect(await violationsInBothSchemes(page)).toEqual([]);
  const photo = { name: "bus.jpg", mimeType: "image/jpeg", buffer: await aPhoto(1000, 600) };
  const add = page.getByRole("group", { name: "Add an image" });
  await page.getByLabel("Image", { exact: true }).setInputFiles(photo);
  await by.fill(add.getByLabel("What it shows"), "A bus at dusk");

  // The site cannot take it now.
  await page.route("**/attach", (route) => route.fulfill({ status: 503, body: "" }));
  await by.press(page.getByRole("button", { name: "Add the image" }));
  await expect(page.getByText("The file was not added: the site answered 503. Try again in a minute.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add the image" })).toBeFocused();
  await page.unroute("**/attach");

  // It is stopped.
  await page.route("**/attach", () => undefined);
  await by.press(page.getByRole("button", { name: "Add the image" }));
  await expect(page.getByRole("progressbar", { name: "How far the upload has come" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop the upload" })).toBeFocused();
  // What is typed now would not be on its way.
  await expect(add.getByLabel("What it shows")).not.toBeEditable();
  expect(await violationsInBothSchemes(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Stopped. The file was not added.")).toBeVisible();
  await expect(add.getByLabel("What it shows")).toBeEditable();
  await page.unroute("**/attach");

  await expect(add.getByLabel("What it shows")).toHaveValue("A bus at dusk");
  await by.press(page.getByRole("button", { name: "Add the image" }));
  const added = page.getByRole("listitem").filter({ hasText: "bus.jpg" });
  await expect(added.getByLabel("What it shows")).toHaveValue("A bus at dusk", { timeout: 20_000 });
  expect(await violationsInBothSchemes(page)).toEqual([]);

  await page.getByLabel("Image", { exact: true }).setInputFiles({ ...photo, name: "bus.png" });
  await by.press(page.getByRole("button", { name: "Add the image" }));
  await expect(page.getByRole("alert")).toContainText(
    "bus.png: This is a JPEG file, but its name ends as one of PNG does.",
    {
      timeout: 20_000,
    },
  );
  expect(await violationsInBothSchemes(page)).toEqual([]);

  await by.press(page.getByRole("button", { name: /^Remove image \d, bus\.jpg$/ }));
  await expect(page.getByText("The image was removed. None is left.")).toBeFocused();
  expect(await violationsInBothSchemes(page)).toEqual([]);
});

test("a file that is too large is said to be before it is sent", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with a large file");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Images" }).click();
  const large = { name: "large.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
  await page.getByLabel("Image", { exact: true }).setInputFiles(large);
  await expect(page.getByText("large.jpg: larger than 10 MB, so it will not be added.")).toBeVisible();
  await page.getByRole("button", { name: "Add the image" }).click();
  await expect(page.getByRole("alert")).toContainText("large.jpg: This file is larger than 10 MB.", {
    timeout: 20_000,
  });
});

test("a file that is chosen and not added is said to be, and is not lost by following a link", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with a chosen file");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Images" }).click();
  const saves: string[] = [];
  page.on("request", (request) => request.method() === "POST" && saves.push(request.url()));
  const photo = { name: "bus.jpg", mimeType: "image/jpeg", buffer: await aPhoto(1000, 600) };
  await page.getByLabel("Image", { exact: true }).setInputFiles(photo);
  await expect(page.getByText("The file you chose is not added yet. Press Add the image.")).toBeVisible();
  await page.waitForTimeout(5000);
  expect(saves).toEqual([]);
  await page.getByRole("group", { name: "Add an image" }).getByLabel("Credit").fill("The council");
  await expect(page.getByText(/^Saved \d\d:\d\d\. The file you chose is not added yet$/)).toBeVisible({
    timeout: 10_000,
  });

  const asked: string[] = [];
  page.on("dialog", (dialog) => (asked.push(dialog.type()), void dialog.dismiss()));
  const address = page.url();
  await page.getByRole("link", { name: "Casebook" }).first().click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  expect(page.url()).toBe(address);

  await page.getByRole("button", { name: "Add the image" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "bus.jpg" })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("link", { name: "Casebook" }).first().click();
  await expect(page).not.toHaveURL(/images/);
  expect(asked).toEqual(["beforeunload"]);
});
