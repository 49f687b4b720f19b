import { askContact } from "#tests/support/asked-contact.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { expect, test } from "./test.ts";

test("a contact says that a case study is still right, and its page says so", async ({ page, browser }) => {
  const { asked, title } = await askContact(page, browser, 2);
  await asked.getByRole("button", { name: "Send your answer" }).click();
  await expect(asked).toHaveTitle(/^Error: /);
  await expect(asked.getByRole("alert")).toContainText("Choose what you say to the editors");
  await asked.getByLabel("It is still right").check();
  await asked.getByRole("button", { name: "Send your answer" }).press("Enter");
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText("Thank you: noted as still right");

  await asked.reload();
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText("Thank you: noted as still right");
  await asked.getByRole("link", { name: "Go to the case study" }).click();
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(asked.getByText("and due for review")).toHaveCount(0);
});

test("a contact says what has to change, nothing typed is lost, and the editors have it", async ({ page, browser }) => {
  const { asked, title } = await askContact(page, browser, 3);
  await asked.getByLabel("Something needs to change").check();
  const box = asked.getByLabel("What needs to change, or who is the person to ask?");
  await box.fill("a".repeat(2001));
  await asked.getByRole("button", { name: "Send your answer" }).click();
  await expect(asked.getByRole("alert")).toContainText("Use 2,000 characters or fewer");
  await expect(box).toHaveValue("a".repeat(2001));
  await expect(asked.getByLabel("Something needs to change")).toBeChecked();
  await box.fill("The second figure is for 2024.");
  await asked.getByRole("button", { name: "Send your answer" }).click();
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText("The editors have your answer");

  await page.goto("/editor/suggestions");
  const row = page.getByRole("listitem").filter({ hasText: "The second figure is for 2024." });
  await expect(row.getByRole("heading", { name: title })).toBeVisible();
});

test("an editor publishes what a council says happened next, in better words", async ({ page }) => {
  await signInAs(page, "Grace Adeyemi", "/editor/upkeep");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Publish it/ }) });
  const title = (await row.getByRole("heading").textContent()) ?? "";
  await row.getByLabel("As readers will see it").fill("");
  await row.getByRole("button", { name: /^Publish it/ }).click();
  await expect(page.getByRole("alert")).toContainText("Enter what readers are to see");
  await row.getByLabel("As readers will see it").fill("The parish councils run it now, with fewer hours.");
  await row.getByRole("button", { name: /^Publish it/ }).click();
  await expect(page.getByRole("status")).toContainText("It is on the page.");

  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { name: "What happened next" })).toBeVisible();
  await expect(page.getByText("The parish councils run it now, with fewer hours.")).toBeVisible();
});

test("an editor shows a contact again that was doubted", async ({ page }) => {
  await signInAs(page, "Grace Adeyemi", "/editor/upkeep?tab=contacts");
  const row = page.getByRole("listitem").filter({ hasText: "is not the person to ask" });
  const title = (await row.getByRole("heading").textContent()) ?? "";
  await row.getByRole("button", { name: /^It is right after all/ }).click();
  await expect(page.getByRole("status")).toContainText("Readers are shown the contact");
  await page.goto("/editor/upkeep?tab=contacts");
  await expect(page.getByRole("heading", { name: title })).toHaveCount(0);
});

test("an enquiry that opens nothing says what may have happened", async ({ page }) => {
  await page.goto(`/enquiries/${"a".repeat(43)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link cannot be used");
});
