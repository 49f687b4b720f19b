import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { press, type Journey } from "./state.ts";

/** What readers send: suggestions, problems and alerts, empty, refused and sent; links that open nothing; and signing in. */
export const readersForms: Journey = async function* (page) {
  const caseStudy = await firstOf("/case-studies?outcome=mixed");
  await page.goto(`${caseStudy}/suggest`);
  yield "suggesting a change";
  await press(page, "Send to the editors");
  yield "suggesting nothing, refused";
  await page.getByLabel("What should change?").fill("The figure is for 2023.");
  await page.getByLabel("Your e-mail address").fill("reader@kent.example");
  // Sooner than anybody types, it would come back.
  await page.waitForTimeout(2100);
  await press(page, "Send to the editors");
  yield "a suggestion is sent";
  await page.goto(`${caseStudy}/problem`);
  yield "reporting a problem";
  await press(page, "Send to the editors");
  yield "reporting nothing, refused";
  await page.goto("/alerts/new?topic=buses");
  yield "asking for an alert";
  await page.getByLabel("E-mail address").fill("reader at home");
  await press(page, "Send me an e-mail to confirm");
  yield "an alert for no address, refused";
  for (const path of ["/alerts/asked", "/alerts/stopped", "/submit/erased", "/mailbox"]) {
    await page.goto(path);
    yield path;
  }
  const nowhere = "x".repeat(43);
  for (const path of ["submit", "track", "submit/confirm", "my-case-studies", "alerts", "erase", "fact-check"]) {
    await page.goto(`/${path}/${nowhere}`);
    yield `/${path}/… that opens nothing`;
  }
  await page.goto("/sign-in");
  yield "signing in";
  await press(page, "Send me a link");
  yield "signing in without an address, refused";
};
