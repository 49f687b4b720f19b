import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** A Chromium of this machine: the one CHROMIUM_PATH names, the system's, or Playwright's own. Null when there is none. */
export function findChromium(): string | null {
  const places = [
    process.env["CHROMIUM_PATH"] ?? "",
    // Made for running without a screen: the same pages in less than half the time.
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    chromium.executablePath(),
  ];
  return places.find((path) => path !== "" && existsSync(path)) ?? null;
}
