import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { posts } from "#lib/http/posts.ts";
import { sampleOf } from "#tests/attack/matrix/table/addresses.ts";
import { methodsOf, readConventions, readRoutes } from "#tests/attack/matrix/table/routes.ts";
import { statusOf } from "#tests/attack/matrix/table/row.ts";
import { table } from "#tests/attack/matrix/table/table.ts";

const tabled = table.map(([method, route]) => `${method} ${route}`);

describe("the table of who may do what", () => {
  test("names every method of every route, once, and none that is not there (V8.2.1)", () => {
    expect(tabled.toSorted()).toEqual(readRoutes().toSorted());
    expect(new Set(tabled).size).toBe(tabled.length);
  });

  test("knows every file by which the framework would answer on its own", () => {
    expect(readConventions()).toEqual(["app/forbidden.tsx", "app/icon.svg", "app/unauthorized.tsx"]);
  });

  test("which have nothing in them, where the gate has another answer", async () => {
    const pages = [await import("#app/forbidden.tsx"), await import("#app/unauthorized.tsx")];
    for (const { default: draw } of pages) expect(draw()).toBeNull();
  });

  test("has a form for every address that the gate lets one through to, and for no other", () => {
    const forms = table.filter(([method]) => method === "POST").map(([, route]) => sampleOf(route));
    for (const form of forms)
      expect(
        posts.some((address) => address.test(form)),
        form,
      ).toBe(true);
    for (const address of posts)
      expect(
        forms.some((form) => address.test(form)),
        String(address),
      ).toBe(true);
  });

  test("opens what the editors have to nobody else, and says so of each", () => {
    const editors = table.filter(([, route]) => /^\/editor(\/|$)/.test(route));
    expect(editors.length).toBeGreaterThan(70);
    expect(editors.filter(([, , opens]) => opens !== "editor" && opens !== "administrator")).toEqual([]);
    expect(table.filter((row) => statusOf(row) >= 500)).toEqual([]);
  });
});

test("a route that is added would be seen, however its method is exported", () => {
  const folder = mkdtempSync(join(tmpdir(), "casebook-routes-"));
  try {
    mkdirSync(join(folder, "(room)/new/[id]"), { recursive: true });
    writeFileSync(join(folder, "(room)/new/[id]/route.ts"), "export const DELETE = remove;\nexport { read as GET };");
    writeFileSync(join(folder, "(room)/new/page.tsx"), "");
    expect(readRoutes(folder)).toEqual(["DELETE /new/[id]", "GET /new/[id]", "GET /new"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(methodsOf('export * from "./other.ts";\nexport const dynamic = "force";')).toEqual(["*"]);
});
