import type { Finding, Rule } from "../rule.ts";

// A page shows levels 1 to 3 of an answer alike, so an answer may begin with any of them.
const deepestFirst = 3;

/** Headings that jump a level, which leaves people who move from heading to heading looking for the one between. */
export const headingLevel: Rule = ({ passages }) =>
  passages.flatMap(({ section, question, blocks }) => {
    const findings: Finding[] = [];
    let deepest = deepestFirst;
    for (const block of blocks) {
      if (block.kind !== "heading") continue;
      if (block.level > deepest) {
        const message = `Make this a level ${deepest} heading (${"#".repeat(deepest)}), so that no level is left out.`;
        findings.push({ section, question, message, excerpt: block.text });
      }
      deepest = block.level + 1;
    }
    return findings;
  });
