import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { settingsOf } from "#tests/attack/tls/reference.ts";

const { services } = parse(await readFile("compose.yaml", "utf8"), { merge: true }) as {
  services: Record<string, { ports?: string[]; environment?: Record<string, string> }>;
};

test("beyond its own machine, compose.yaml publishes nothing but what speaks TLS", () => {
  const open = Object.entries(services).filter(([, { ports = [] }]) =>
    ports.some((port) => !/^127\.0\.0\.1:/.test(port)),
  );
  expect(open.map(([name]) => name)).toEqual(["tls"]);
});

// What they pass on to the site is asked of real ones by `npm run test:long -- tls`.
test("neither nginx of compose.yaml adds to what a reader says of themselves, or passes on their trace", async () => {
  for (const name of ["front", "tls"] as const) {
    const settings = await settingsOf(name);
    expect(settings).not.toContain("$proxy_add_x_forwarded_for");
    for (const head of ["X-Forwarded-For", "X-Request-Id", "traceparent"])
      expect(settings).toContain(`proxy_set_header ${head}`);
  }
});

/** What compose.yaml and the image settle for the whole of it, and the key that the site has no use for. */
const settled = ["HOST", "PORT", "DATA_DIR", "TRUSTED_PROXIES", "MIGRATE", "JOBS", "BACKUP_KEY"];

test("compose.yaml passes on every setting that README has", async () => {
  const [, table = ""] = (await readFile("README.md", "utf8")).split("\n## Settings\n");
  const rows = [...(table.split("\n## ")[0] ?? "").matchAll(/^\| (`[A-Z_`, ]+`)/gm)].map(([, names = ""]) => names);
  const listed = rows.flatMap((names) => names.match(/[A-Z_]+/g) ?? []);
  expect(listed.length).toBeGreaterThan(30);
  const given = Object.keys(services["worker"]?.environment ?? {});
  expect(listed.filter((name) => !given.includes(name) && !settled.includes(name))).toEqual([]);
  const alike = Object.keys(services["web1"]?.environment ?? {}).filter((name) => !settled.includes(name));
  expect(alike).toEqual(given.filter((name) => name !== "BOUNCES_DIR"));
});
