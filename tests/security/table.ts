import { inapplicable } from "./requirements/inapplicable.ts";
import { chapters, ownList, requirements } from "./requirements.ts";
import type { Requirement } from "./requirement.ts";
import type { Claim } from "./titles.ts";

/** The whole document. In: what the titles of tests claim. */
export function asvsTable(claims: readonly Claim[]): string {
  const rows = Map.groupBy(requirements, ({ id }) => chapterOf(id));
  const count = (is: string) => requirements.filter(({ status }) => status.is === is).length;
  const left = inapplicable.flatMap(({ level1, level2 }) => [...level1, ...level2]).length;
  return `${[
    "<!-- prettier-ignore-start -->",
    "# What is asked of a secure site, and what shows it",
    "Against the [OWASP Application Security Verification Standard](https://owasp.org/www-project-application-security-verification-standard/) 5.0.0, levels 1 and 2. Its requirements are told here in words of our own; its numbers lead to its own. Made by `node tests/security/asvs.ts` from `tests/security/requirements` and the titles of tests, where `(V8.2.1)` names what a test proves; a test fails while it is not current.",
    `Of ${requirements.length + left} requirements ${left} do not apply. Of the other ${requirements.length}, ${count("proved")} are proved by tests, ${count("held")} are held by a setting, a document or the way the site is made, and ${count("unmet")} are not met or not shown yet. ★ marks what the product itself asks for.`,
    ...[...rows].flatMap(([chapter, ones]) => [`## ${chapter} ${chapters[chapter]}`, tableOf(ones, claims)]),
    "## What does not apply",
    ...inapplicable.map(({ why, level1, level2 }) => `${why}: ${inOrder([...level1, ...level2]).join(", ")}.`),
    "<!-- prettier-ignore-end -->",
  ].join("\n\n")}\n`;
}

const chapterOf = (id: string) => id.split(".", 1)[0] ?? "";
const inOrder = (ids: readonly string[]) =>
  ids.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true, sensitivity: "base" }));

function tableOf(ones: readonly Requirement[], claims: readonly Claim[]): string {
  const lines = ones.map(({ id, level, words, status }) => {
    const tests = claims.filter(({ ids }) => ids.includes(id)).map(linked);
    const shown = {
      proved: () => [...tests, ...("but" in status ? [`But: ${status.but}.`] : [])],
      held: () => [...("where" in status ? [status.where] : []), ...tests],
      unmet: () => ("why" in status ? [status.why] : []),
    }[status.is]();
    return `| ${id}${ownList.has(id) ? " ★" : ""} | ${level} | ${inCell(words)} | ${status.is} | ${shown.map(inCell).join("<br>")} |`;
  });
  return ["| | level | what | is | by or because |", "| --- | --- | --- | --- | --- |", ...lines].join("\n");
}

const linked = ({ file, title }: Claim) => `[${file.split("/").slice(1).join("/")}](../../${file}): ${plain(title)}`;
const plain = (title: string) => title.replaceAll(/[\\`*_<>[\]]/g, "\\$&");
const inCell = (text: string) => text.replaceAll("|", "\\|");
