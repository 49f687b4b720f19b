import { expect, test } from "./test.ts";

test("the first listing it was modelled on: 211 results, ten titles in order", async ({ page }) => {
  await page.goto("/case-studies?topic=culture-tourism-leisure-and-sport");

  await expect(page.getByRole("status")).toHaveText("Your search returned 211 results");
  await expect(page.getByRole("list", { name: "Results" }).getByRole("heading", { level: 3 })).toHaveText([
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
  ]);
});
