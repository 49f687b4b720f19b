import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { EditorStrip } from "#components/review/editor-strip.tsx";
import { readSources } from "./imports.ts";

const guards = ["requireEditor", "requireAdministrator"];

const doors = readSources().filter(({ path }) => /^app\/\(editorial\)\/.*\/(page\.tsx|route\.ts)$/.test(path));

/** The functions that answer a request, by name: a page's default export, a handler's exported methods. */
function answering(text: string): ts.FunctionDeclaration[] {
  const file = ts.createSourceFile("door.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return file.statements
    .filter(ts.isFunctionDeclaration)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
}

/** Whatever answers a request in another way than a function that stands there, in which no guard could be seen. */
function unseen(text: string): string[] {
  const file = ts.createSourceFile("door.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const isExported = (one: ts.Statement) =>
    ts.isVariableStatement(one) && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return file.statements
    .filter((one) => ts.isExportDeclaration(one) || ts.isExportAssignment(one) || isExported(one))
    .map((one) => one.getText())
    .filter((said) => /\b(default|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b|\*/.test(said));
}

/** The guard that a function calls, and waits for, before it does anything else. */
function guardOf({ body }: ts.FunctionDeclaration): string | null {
  const first = body?.statements[0]?.getText() ?? "";
  return /^(?:const \w+ = )?await (\w+)\(\);$/.exec(first)?.[1] ?? null;
}

describe("every page and handler of the editors' side calls its guard before anything else (V8.2.1, V8.3.1)", () => {
  test.each(doors)("$path", ({ text }) => {
    const functions = answering(text);
    expect(functions.length).toBeGreaterThan(0);
    expect(unseen(text)).toEqual([]);
    for (const one of functions) expect(guards).toContain(guardOf(one));
  });
});

test("there are doors, and one without a guard, or with a late or unawaited one, would be seen", () => {
  expect(doors.length).toBeGreaterThan(5);
  const seen = (body: string) => answering(`export async function POST() { ${body} }`).map(guardOf);
  expect(seen("const editor = await requireEditor();")).toEqual(["requireEditor"]);
  expect(seen("await requireAdministrator();")).toEqual(["requireAdministrator"]);
  expect(seen("return seeOther('/');")).toEqual([null]);
  expect(seen("const editor = requireEditor();")).toEqual([null]);
  for (const door of [
    "export const POST = async () => save();",
    "export { send as POST };",
    'export * from "./send.ts";',
    "export default save;",
  ])
    expect(unseen(door)).toEqual([door]);
  expect(unseen('export const dynamic = "force-dynamic"; export async function POST() {}')).toEqual([]);
  expect(seen("await save(); const editor = await requireEditor();")).toEqual(["save"]);
});

test("every page of the editors' side has a way to sign out (V7.4.4)", () => {
  const without = doors.filter(
    ({ path, imports }) => path.endsWith("/page.tsx") && !imports.includes("components/review/editor-page.tsx"),
  );
  expect(without.map(({ path }) => path)).toEqual([
    "app/(editorial)/editor/page.tsx", // leads to the queue
    "app/(editorial)/editor/review/[id]/preview/page.tsx", // is the page as readers will see it
  ]);
  const strip = renderToStaticMarkup(createElement(EditorStrip, { section: undefined, editor: { name: "Jo" } }));
  expect(strip).toMatch(/<form[^>]* action="\/sign-in\/out" method="post">[^]*Sign out<\/button><\/form>/);
});
