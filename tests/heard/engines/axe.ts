import type { AxeResults } from "axe-core";
import type { Page } from "@playwright/test";
import { askAxe, tags } from "#tests/support/axe.ts";
import type { Engine } from "./engine.ts";

const colours = ["color-contrast", "link-in-text-block"];

/** What axe leaves to somebody to decide, and why it has been decided. */
const explained: readonly { rule: string; about: RegExp; forced?: true; why: string }[] = [
  {
    rule: "color-contrast",
    about: /too short to determine/,
    why: "Counts have one colour, seen where they are longer.",
  },
  { rule: "color-contrast", about: /has no value/, why: "Fields have one colour, seen where they are filled." },
  {
    rule: "color-contrast",
    about: /contains only non-text characters/,
    why: "An arrow between two names has their colour.",
  },
  {
    rule: "color-contrast",
    about: /contains an image node <text /,
    why: "What a chart says stands beside its bars, in the colours of words on the page's own ground.",
  },
  {
    rule: "color-contrast",
    about: /overlaps other elements <td>|is overlapped by another element <p class="passage">/,
    why: "Cells of a table that scrolls, and passages, have one colour each, seen in those that nothing lies over.",
  },
  {
    rule: "color-contrast",
    about: /has a 1:1 contrast ratio/,
    // Anywhere else, words in the colour of their ground are a fault.
    forced: true,
    why: "With colours of the reader's own the browser chooses both, and lays its own ground behind words.",
  },
];

/** Deque's axe. What it is not sure of counts as a failure too, unless it is explained above. */
export function axe(): Engine {
  return {
    name: "axe",
    async failures(page, onlyColours) {
      const found = await askAxe(page, { runOnly: onlyColours ? { type: "rule", values: colours } : tags });
      if (!found.passes.length) throw new Error("axe passed nothing, so it saw nothing");
      const forced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
      const unsure = doubtsIn(found, forced).length ? doubtsIn(await lookOpened(page), forced) : [];
      const sure = found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary} ${html.slice(0, 160)}`),
      );
      return [...sure, ...unsure];
    },
  };
}

function doubtsIn({ incomplete }: AxeResults, forced: boolean): string[] {
  const known = explained.filter((one) => forced || !one.forced);
  return incomplete.flatMap(({ id, nodes }) =>
    nodes
      .map(({ html, any, all }) => `${[...any, ...all][0]?.message} ${html.slice(0, 160)}`)
      .filter((said) => !known.some(({ rule, about }) => rule === id && about.test(said)))
      .map((said) => `${id}, not sure: ${said}`),
  );
}

/** Looks again with everything that scrolls by itself opened, for axe cannot see what is half scrolled away. */
async function lookOpened(page: Page): Promise<AxeResults> {
  await page.evaluate(() => {
    const styles = new CSSStyleSheet();
    styles.replaceSync("* { max-height: none !important; overflow: visible !important; position: static !important }");
    document.adoptedStyleSheets = [styles];
  });
  const found = await askAxe(page, { runOnly: tags });
  await page.evaluate(() => void (document.adoptedStyleSheets = []));
  return found;
}
