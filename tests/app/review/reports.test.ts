import { signIn } from "#tests/support/signed-in.ts";
import { expect, test } from "vitest";
import { GET } from "#app/(editorial)/editor/reports/[report]/csv/route.ts";
import { reports } from "#lib/domain/reports/reports.ts";
import { aPerson } from "#tests/support/people.ts";

const file = (report: string) => GET(new Request("https://casebook.example/"), { params: Promise.resolve({ report }) });

test.each(reports)("an editor has $key as a file that no cache keeps", async ({ key, file: name }) => {
  await signIn(await aPerson("editor"));
  const answer = await file(key);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}.csv"`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  // Reading as text takes the mark of UTF-8 away.
  expect(await answer.text()).toMatch(/^(Month|State|Topic),.+\r\n/);
});

test("there are no other files, and none for a contributor", async () => {
  await signIn(await aPerson("editor"));
  expect((await file("people")).status).toBe(404);
  await signIn(await aPerson());
  await expect(file("months")).rejects.toThrow();
});
