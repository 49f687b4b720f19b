import { expect, test } from "vitest";
import { readSources } from "./imports.ts";

const writing = /\b(?:insert into|update "|delete from|for update|truncate|nextval|set_config|advisory)/i;
const byHand = /\bdb\.\$queryRaw(?:<[^`]*?>)?`(?<sql>[^`]*)/g;

test("a statement by hand that writes goes to the primary by name, or is part of a transaction", () => {
  const found = readSources().flatMap(({ path, text }) =>
    [...text.matchAll(byHand)].map(({ groups }) => ({ path, sql: groups?.["sql"] ?? "" })),
  );
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter(({ sql }) => writing.test(sql))).toEqual([]);
});
