import { createConfig, lintFromString } from "@redocly/openapi-core";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aDirectory } from "#tests/support/directory.ts";
import { askApi, askJson, checkAgainst, type Document } from "#tests/support/api.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

let document: Document;

beforeAll(async () => {
  await aDirectory(30);
  document = await askJson<Document>("/api/v1/openapi.json");
});

const lint = async (source: object) =>
  lintFromString({ source: JSON.stringify(source), config: await createConfig({ extends: ["recommended-strict"] }) });

describe("the description of the API", () => {
  test("passes a public linter without an error or a warning", async () => {
    expect((await lint(document)).map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test("would be complained of if it were wrong", async () => {
    const wrong = structuredClone(document) as unknown as Record<string, unknown>;
    delete wrong["info"];
    expect(await lint(wrong)).not.toEqual([]);
  });
});

describe("every documented example can be replayed", () => {
  test("those of the operations, as they are written", async () => {
    const check = checkAgainst(document);
    let replayed = 0;
    for (const [path, { get }] of Object.entries(document.paths)) {
      expect(get["x-examples"].length, path).toBeGreaterThan(0);
      for (const { address } of get["x-examples"]) {
        const response = await askApi(address);
        expect(response.status, address).toBe(200);
        expect(await check(path, response), address).toEqual([]);
        replayed++;
      }
    }
    expect(replayed).toBeGreaterThan(10);
  });

  test("and those of each parameter", async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const parameter of get.parameters as { name: string; in: string; example?: unknown }[]) {
        if (parameter.in !== "query" || parameter.example === undefined) continue;
        const search = new URLSearchParams([[parameter.name, String(parameter.example)]]);
        const response = await askApi(`${path}?${search}`);
        expect(response.status, `${path}?${search}: ${await response.clone().text()}`).toBe(200);
      }
    }
  });
});

test("a body of another shape would be seen", async () => {
  const check = checkAgainst(document);
  const whole = await askJson("/api/v1/topics");
  const told = (body: unknown, status = 200) => check("/api/v1/topics", Response.json(body, { status }));
  expect(await told(whole)).toEqual([]);
  expect(await told({ ...whole, secret: 1 })).not.toEqual([]);
  expect(await told({ items: [{}] })).not.toEqual([]);
  expect(await told(whole, 418)).not.toEqual([]);
  expect(await told("x", 503)).not.toEqual([]);
});
