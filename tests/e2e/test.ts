import { randomInt } from "node:crypto";
import { test as base, expect } from "@playwright/test";

/** A browser test on the running site. Anything the browser complains about in its console fails it. */
export const test = base.extend({
  baseURL: async ({}, use) => use(process.env["SITE_ADDRESS"] ?? ""),
  // Every test is somebody else, so that what one does never counts against another.
  extraHTTPHeaders: async ({}, use) =>
    use({ "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(256)).join(".")}` }),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on(
      "console",
      (message) =>
        message.type() === "error" &&
        !message.text().includes("the server responded with a status of") &&
        complaints.push(message.text()),
    );
    page.on("pageerror", (error) => complaints.push(error.message));
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
