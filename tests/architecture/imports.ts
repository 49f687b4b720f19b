import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

export interface SourceFile {
  path: string;
  lines: number;
  text: string;
  /** Paths of ours it imports, and names of packages. */
  imports: string[];
}

const roots = ["app", "components", "lib", "prisma", "public"];

/** Every source file of the site with what it imports, as paths from the root. */
export function readSources(): SourceFile[] {
  return roots.flatMap(filesBelow).map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text, lines: text.trimEnd().split("\n").length, imports: importsOf(path, text) };
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith("prisma/client/"))
    .toSorted();
}

function importsOf(path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => {
    if (fileName.startsWith(".")) return relative(".", join(dirname(path), fileName));
    return fileName.startsWith("#") ? fileName.slice(1) : fileName;
  });
}
