import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Files by which the framework would answer an address without a page or handler of ours. */
const byItself =
  /^(?:default|template|loading|error|global-error|forbidden|unauthorized)\.[jt]sx?$|^(?:sitemap|robots|manifest|icon|apple-icon|favicon|opengraph-image|twitter-image)\b/;

/** One method of one route, as the table begins its rows: "GET /case-studies/[slug]". */
type Route = string;

/** Every method of every route below a folder, as its files say. */
export function readRoutes(folder = "app"): Route[] {
  return filesOf(folder).flatMap((file) => {
    if (/\/page\.tsx$/.test(file)) return [`GET ${routeOf(folder, file)}`];
    if (/\/route\.ts$/.test(file))
      return methodsOf(readFileSync(file, "utf8")).map((method) => `${method} ${routeOf(folder, file)}`);
    return [];
  });
}

/** The files below a folder that answer by a convention of the framework's. */
export const readConventions = (folder = "app"): string[] =>
  filesOf(folder).filter((file) => byItself.test(file.split("/").at(-1) ?? ""));

/** Every route that the framework has built, besides its own for what is not found. @param folder where it builds */
export function readBuilt(folder = ".next"): string[] {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
  return Object.values(read("app-path-routes-manifest.json")).filter((route) => !route.startsWith("/_"));
}

/** The methods a handler exports, in whatever way it does. */
export function methodsOf(text: string): string[] {
  const file = ts.createSourceFile("route.ts", text, ts.ScriptTarget.Latest, true);
  const exported = (node: ts.Node) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const names = file.statements.flatMap((one) => {
    if (ts.isExportDeclaration(one))
      return one.exportClause && ts.isNamedExports(one.exportClause)
        ? one.exportClause.elements.map(({ name }) => name.text)
        : ["*"];
    if (!exported(one)) return [];
    if (ts.isVariableStatement(one)) return one.declarationList.declarations.map(({ name }) => name.getText());
    return ts.isFunctionDeclaration(one) ? [one.name?.text ?? ""] : [];
  });
  return names.filter((name) => /^[A-Z]+$|^\*$/.test(name));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Folders in brackets stand for nothing in an address. */
function routeOf(folder: string, file: string): string {
  const parts = file.slice(folder.length).split("/").slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}
