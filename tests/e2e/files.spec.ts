import { byPointer } from "#tests/support/typists.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { startDraft } from "#tests/support/submission.ts";
import { expect, test } from "./test.ts";

test("pictures and documents are added, described, ordered, refused and removed without script", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with pictures");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Images" }).click();
  const photo = { name: "bus.jpg", mimeType: "image/jpeg", buffer: await aPhoto(1000, 600) };
  await page.getByLabel("Image", { exact: true }).setInputFiles(photo);
  await page.getByRole("button", { name: "Add the image" }).click();

  // What it shows is asked for at once.
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByRole("alert").getByRole("link", { name: "Image 1: describe the image for people" }).click();
  const first = page.getByRole("listitem").filter({ hasText: "bus.jpg" });
  await first.getByLabel("What it shows").fill("A bus at dusk");
  await expect(first.getByText(/^JPG, \d+ kB$/)).toBeVisible();
  await expect(first.locator("img")).toHaveJSProperty("naturalWidth", 320);

  await page.getByLabel("Image", { exact: true }).setInputFiles({ ...photo, name: "harbour.jpg" });
  const add = page.getByRole("group", { name: "Add an image" });
  await add.getByLabel("What it shows").fill("A harbour");
  await add.getByLabel("Credit").fill("The council");
  await page.getByRole("button", { name: "Add the image" }).click();
  const second = page.getByRole("listitem").filter({ hasText: "harbour.jpg" });
  await expect(second.getByLabel("Credit")).toHaveValue("The council");
  await expect(first.getByLabel("What it shows")).toHaveValue("A bus at dusk");

  await page.getByRole("button", { name: /^Move up image \d, harbour\.jpg$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: ".jpg" }).first()).toContainText("harbour.jpg");
  await expect(page.getByRole("status").filter({ hasText: "“harbour.jpg” is now image 1 of 2." })).toBeFocused();

  await page
    .getByLabel("Image", { exact: true })
    .setInputFiles({ ...photo, name: "trap.gif", buffer: Buffer.from("GIF89a    ") });
  await add.getByLabel("What it shows").fill("Something that moves");
  await second.getByLabel("Credit").fill("The harbour master");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert")).toContainText("trap.gif: This is a GIF picture. Save it as PNG or JPEG");
  await expect(add.getByLabel("What it shows")).toHaveValue("Something that moves");
  await expect(second.getByLabel("Credit")).toHaveValue("The harbour master");

  await page.getByRole("button", { name: /^Remove image \d, bus\.jpg$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: ".jpg" })).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "The image was removed. Left: 1." })).toBeFocused();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(/\/contact$/);

  await page.goto(page.url().replace(/contact$/, "links"));
  const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: aPdf() });
  await page.locator("[id='links.0.title']").fill("Typed in another field");
  await page.locator("[id='links.0.url']").fill("https://thanet.example/");
  await page.getByLabel("Document", { exact: true }).setInputFiles([pdf("one.pdf"), pdf("two.pdf")]);
  await page.getByRole("button", { name: "Add the document" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: ".pdf" })).toHaveCount(2);
  await expect(page.locator("[id='links.0.title']")).toHaveValue("Typed in another field");
  const noTags = page.getByText("This PDF has no tags");
  await expect(page.getByRole("listitem").filter({ hasText: "one.pdf" }).filter({ has: noTags })).toHaveCount(1);

  await page.goto(page.url().replace(/links.*$/, "check"));
  await expect(page.getByRole("main").getByText("Shows: A harbour")).toBeVisible();
  const address = await page.getByRole("link", { name: "one.pdf" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="one.pdf"; filename*=UTF-8''one.pdf`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
});
