import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./support/chromium.ts";

const launchOptions = {
  executablePath: findChromium() ?? undefined,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Nothing is drawn by a GPU, so a process for it only costs.
    "--in-process-gpu",
    // On two cores what others would compile and clear up beside a page only takes them from the rest.
    "--js-flags=--single-threaded",
  ],
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  globalSetup: "./support/site-server.ts",
  // Three on two cores: each waits for the site about a third of its time.
  workers: 3,
  fullyParallel: true,
  timeout: 60_000,
  forbidOnly: Boolean(process.env["CI"]),
  // Pages fade into the next only where motion is welcome, and a test may not change the window while they do.
  use: { ...devices["Desktop Chrome"], launchOptions, locale: "en-GB", contextOptions: { reducedMotion: "reduce" } },
  projects: [
    { name: "script-off", use: { javaScriptEnabled: false }, testIgnore: /\.script\.spec\.ts$/ },
    { name: "script-on", use: { javaScriptEnabled: true }, testMatch: /\.script\.spec\.ts$/ },
  ],
});
