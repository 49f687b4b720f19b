import type { Page } from "@playwright/test";
import { expect, look as test } from "./test.ts";

const modelled = [
  {
    topic: "culture-tourism-leisure-and-sport",
    sentence: "Your search returned 211 results",
    titles: [
      "Barking and Dagenham music education hub",
      "Connecting Milton Keynes's 280 miles of cycling and walking routes",
      "Derbyshire County Council: Using ‘creative mentoring’ to support looked after children",
      "Attracting visitors and building pride of place - Calderdale Council",
      "Growing the creative economy in Thanet, Kent",
      "Broxbourne: In-house service delivery",
      "Wirral: Aiming for self suffiency in sports provision by 2020",
      "East Riding of Yorkshire: provides sport, play, arts and leisure services inhouse",
      "Oxford In-house sports and physical activity development",
      "Three Rivers: In-house sports and leisure facilities improve health and wellbeing of residents",
    ],
    leads: {},
  },
  {
    topic: "libraries",
    sentence: "Your search returned 32 results",
    titles: [
      "Libraries providing a lifeline: Libraries from Home",
      "Barnsley Museums: Staying safe and engaged - Barnsley Council",
      "Digital Bootcamp: Building skills to enable local sporting and activity groups to get more people active",
      "How St Helens Library Service positively impacts on speech, language and communication outcomes for children",
      "Staffordshire Libraries Online History Festival",
      "Vision Redbridge Culture and Leisure - Fit, Fed and Read",
      "Libraries of Sanctuary: Changing perceptions of refugees in Southampton",
      "Dorset Council Libraries: Toddler Time and Talk",
      "Playground offers gentle creative play sessions for babies",
      "Tameside Story Makers",
    ],
    leads: {
      "Vision Redbridge Culture and Leisure - Fit, Fed and Read": "View all Efficiency and income generation articles",
      "Dorset Council Libraries: Toddler Time and Talk": "View all Early Years articles",
      "Playground offers gentle creative play sessions for babies": "View all Early Years articles",
      "Tameside Story Makers": "View all Early Years articles",
    } as Record<string, string>,
  },
];

const results = (page: Page) => page.getByRole("list", { name: "Results", exact: true });

for (const { topic, sentence, titles, leads } of modelled) {
  test(`the listing of ${topic} is the one it was modelled on: its sentence, its ten titles, its links`, async ({
    page,
  }) => {
    await page.goto(`/case-studies?topic=${topic}`);

    await expect(page.getByRole("status")).toHaveText(sentence);
    await expect(results(page).getByRole("heading", { level: 3 })).toHaveText([...titles]);
    const cards = results(page).getByRole("listitem");
    for (const [index, title] of titles.entries()) {
      const lead = cards.nth(index).getByRole("link", { name: /^View all/ });
      await expect(lead, title).toHaveText(leads[title] ? [leads[title]] : []);
    }
    await expect(page.getByRole("link", { name: /View all/ })).toHaveCount(Object.keys(leads).length);
  });
}

test("the links under cards lead to the listing of the term they name", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  const links = page.getByRole("link", { name: /^View all/ });
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "/case-studies?support=efficiency-and-income-generation",
    ...Array.from({ length: 3 }, () => "/case-studies?topic=early-years"),
  ]);

  await page.getByRole("link", { name: "View all Early Years articles" }).first().click();
  await expect(page.getByRole("checkbox", { name: "Early Years" })).toBeChecked();
});

test("results are one ordered list, and every title is a heading that holds the link to its case study", async ({
  page,
}) => {
  await page.goto("/case-studies");

  await expect(page.getByRole("main").locator("ol")).toHaveCount(1);
  expect(await results(page).evaluate((list) => list.tagName)).toBe("OL");
  await expect(results(page).getByRole("listitem")).toHaveCount(10);
  await expect(results(page).locator("h3 > a[href^='/case-studies/']")).toHaveCount(10);

  const first = results(page).locator("h3 > a").first();
  const title = await first.innerText();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("the sentence comes first, then the filters, then the list, wherever they stand", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");

  const order = await page
    .locator('[role="status"], form[aria-label="Filters"], ol[aria-labelledby="results"]')
    .evaluateAll((elements) => elements.map(({ tagName }) => tagName));
  expect(order).toEqual(["DIV", "FORM", "OL"]);
});

test("the sentence is a status of its own, not a heading nor inside one, and there is one of it", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");

  const status = page.locator('[role="status"]');
  await expect(status).toHaveCount(1);
  expect(await status.evaluate((element) => [element.tagName, element.closest("h1, h2, h3, h4, h5, h6")])).toEqual([
    "DIV",
    null,
  ]);
  await expect(page.getByRole("heading", { name: /Your search/ })).toHaveCount(0);
});

test("one result is called a result", async ({ page }) => {
  await page.goto("/case-studies?q=%22Tameside+Story+Makers%22");
  await expect(page.getByRole("status")).toHaveText("Your search returned 1 result");
  await expect(results(page).getByRole("heading", { level: 3 })).toHaveText(["Tameside Story Makers"]);
});

test("numbers of the list go on where the last page ended", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries&page=4");
  await expect(results(page)).toHaveAttribute("start", "31");
  await expect(results(page).getByRole("listitem")).toHaveCount(2);
});
