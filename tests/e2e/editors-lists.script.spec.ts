import { lookedAt, unfold, violationsInBothSchemes } from "#tests/support/axe.ts";
import { controlsOf } from "#tests/support/controls.ts";
import { editorsAddresses } from "#tests/support/editors-addresses.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, lookAs } from "./test.ts";

const look = lookAs("Helen Marsh");
const looked = new Set(lookedAt(editorsAddresses));

for (const path of editorsAddresses) {
  look(
    `${path}: is valid, light enough, fits a small screen${looked.has(path) ? ", and axe finds nothing" : ""}`,
    async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      const answer = await page.goto(path);
      expect(answer?.url()).toContain(path.split("?")[0]);
      const html = (await answer?.text()) ?? "";
      expect.soft(Buffer.byteLength(html)).toBeLessThan(40_000);
      expect.soft(await complaintsAbout(html)).toEqual([]);

      expect.soft(await overflowing(page)).toEqual([]);
      await unfold(page);
      expect.soft(await overflowing(page)).toEqual([]);
      const small = (await controlsOf(page)).filter(
        ({ width, height, inText }) => !inText && Math.min(width, height) < 24,
      );
      expect.soft(small).toEqual([]);

      if (!looked.has(path)) return;
      await page.setViewportSize({ width: 1280, height: 720 });
      expect.soft(await violationsInBothSchemes(page)).toEqual([]);
    },
  );
}
