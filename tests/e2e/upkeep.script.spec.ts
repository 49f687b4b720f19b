import { askContact } from "#tests/support/asked-contact.ts";
import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, test } from "./test.ts";

test("what a contact is asked can be answered by everybody, in every state", async ({ page, browser }) => {
  const { asked } = await askContact(page, browser, 5, true);
  const look = async () => {
    const html = await (await asked.request.get(asked.url())).text();
    expect(await complaintsAbout(html)).toEqual([]);
    expect(await violationsInBothSchemes(asked)).toEqual([]);
    await asked.setViewportSize({ width: 320, height: 568 });
    expect(await overflowing(asked)).toEqual([]);
    await asked.setViewportSize({ width: 1280, height: 720 });
  };
  await look();
  await asked.getByLabel("Something needs to change").check();
  await asked.getByRole("button", { name: "Send your answer" }).click();
  await expect(asked.getByRole("alert")).toContainText("Enter what needs to change");
  await look();
  await asked.getByLabel("I am not the person to ask").check();
  await asked.getByRole("button", { name: "Send your answer" }).click();
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText("Thank you for telling us");
  await look();
  await asked.getByRole("link", { name: "Go to the case study" }).click();
  await expect(asked.getByRole("heading", { name: "Contact" })).toHaveCount(0);
  await asked.goto(`/enquiries/${"b".repeat(43)}`);
  await look();
});
