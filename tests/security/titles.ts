import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Where something says that it proves requirements of the standard. */
export interface Claim {
  ids: string[];
  file: string;
  /** The title as a test runner says it, or the line of a program, without the numbers. */
  title: string;
}

const number = String.raw`V\d+\.\d+\.\d+`;
const claim = new RegExp(String.raw`\s*\((${number}(?:, ${number})*)\)`, "g");

/** Everything in the tests and the proof programs that names a requirement, by file. */
export function readClaims(): Claim[] {
  return [
    ...filesOf("tests/**/*.{test,spec}.ts").flatMap((file) => claimsOfTests(file, readFileSync(file, "utf8"))),
    ...filesOf("tests/{faults,attack}/**/*.ts").flatMap((file) => claimsOfLines(file, readFileSync(file, "utf8"))),
  ];
}

const filesOf = (pattern: string) => globSync(pattern).toSorted();

/** The tests and groups of a file whose own title names requirements. One that is left out when tests run proves nothing. */
export function claimsOfTests(file: string, text: string): Claim[] {
  const found: Claim[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  walk(source, []);
  return found;

  function walk(node: ts.Node, above: readonly string[]): void {
    const own = ts.isCallExpression(node) ? titleOf(node) : null;
    if (own === null) return ts.forEachChild(node, (child) => walk(child, above));
    if (own.leftOut) return;
    const ids = idsIn(own.title);
    if (ids.length) found.push({ ids, file, title: withoutIds([...above, own.title].join(" ")) });
    ts.forEachChild(node, (child) => walk(child, [...above, own.title]));
  }
}

/** The lines of a program, comments among them, that name requirements. */
export function claimsOfLines(file: string, text: string): Claim[] {
  return text.split("\n").flatMap((line) => {
    const ids = idsIn(line);
    const words = withoutIds(line).replace(/^[\s*/`"'(]+|[\s*/`"',;:)]+$/g, "");
    return ids.length ? [{ ids, file, title: words }] : [];
  });
}

const idsIn = (text: string) => [...text.matchAll(claim)].flatMap(([, ids = ""]) => ids.split(", "));
const withoutIds = (text: string) => text.replaceAll(claim, "").trim();

/** Title of a call of `test` or `describe`, whatever is done with it: `test.each(rows)("…")`. */
function titleOf(call: ts.CallExpression): { title: string; leftOut: boolean } | null {
  const [first] = call.arguments;
  const callee = calleeOf(call.expression);
  if (!first || !/^(test|it|describe)\b/.test(callee)) return null;
  const title = wordsOf(first);
  return title === null ? null : { title, leftOut: /\.(skip|todo|fixme|fails)\b/.test(callee) };
}

function calleeOf(node: ts.Expression): string {
  if (ts.isCallExpression(node)) return calleeOf(node.expression);
  if (ts.isTaggedTemplateExpression(node)) return calleeOf(node.tag);
  if (ts.isPropertyAccessExpression(node)) return `${calleeOf(node.expression)}.${node.name.text}`;
  return ts.isIdentifier(node) ? node.text : "";
}

function wordsOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
  return null;
}
