import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { settingsOf } from "#tests/attack/tls/reference.ts";

const { services } = parse(await readFile("compose.yaml", "utf8"), { merge: true }) as {
  services: Record<string, { ports?: string[] }>;
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
