import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Other tests in this worker may have read the address without one.
beforeEach(() => void vi.resetModules());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ["https://casebook.example/", "https://casebook.example/case-studies/a"],
  ["", "/case-studies/a"],
])("on paper, with PUBLIC_URL %j, a path reads %s", async (publicUrl, printed) => {
  vi.stubEnv("PUBLIC_URL", publicUrl);
  const { printedAddress } = await import("#lib/http/site.ts");
  expect(printedAddress("/case-studies/a")).toBe(printed);
});
