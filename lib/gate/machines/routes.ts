import { readdir } from "node:fs/promises";
import { join } from "node:path";

interface Branch {
  children: Map<string, Branch>;
  /** The address with the names of what varies in it, where something answers. */
  route?: string;
}

const anything = "[]";
const files = /^\/(?:_next\/static|js|fonts)\/|^\/icon\.svg$/;

/**
 * Which address of the site a path is of, as it stands in the folder of pages: never what varies in it, so that there are only so many
 * and none tells who asked for what.
 *
 * @param folder the pages; each address is a folder with a page or a handler
 */
export async function routesIn(folder: string): Promise<(path: string) => string> {
  const root: Branch = { children: new Map() };
  for (const { name, parentPath } of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!/^(?:page\.tsx|route\.ts)$/.test(name)) continue;
    plant(root, parentPath.slice(join(folder).length));
  }
  for (const made of ["/healthz", "/readyz", "/metrics", "/.well-known/security.txt"]) plant(root, made);
  return (path) => (files.test(path) ? "files" : (find(root, path.split("/").slice(1), 0) ?? "none"));
}

function plant(root: Branch, place: string): void {
  const segments = place.split(/[\\/]/).filter((segment) => segment && !/^\(.*\)$/.test(segment));
  let branch = root;
  for (const segment of segments.length ? segments : [""]) {
    const key = segment.startsWith("[") ? anything : segment;
    const next = branch.children.get(key) ?? { children: new Map() };
    branch.children.set(key, next);
    branch = next;
  }
  branch.route = `/${segments.join("/")}`;
}

/** What is named goes before what varies. */
function find({ children, route }: Branch, segments: readonly string[], at: number): string | undefined {
  const segment = segments[at];
  if (segment === undefined) return route;
  const named = segment === anything ? undefined : children.get(segment);
  const found = named && find(named, segments, at + 1);
  if (found !== undefined) return found;
  const varying = segment ? children.get(anything) : undefined;
  return varying && find(varying, segments, at + 1);
}
