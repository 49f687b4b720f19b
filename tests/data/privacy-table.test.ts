import { describe, expect, test } from "vitest";
import { howLong, keptAboutPeople } from "#lib/domain/people/kept.ts";
import { longestSeconds } from "#lib/auth/session-length.ts";
import { limits } from "#lib/domain/abuse/limits.ts";
import { jobs } from "#lib/jobs/jobs.ts";
import { keptColumns } from "#tests/support/kept-columns.ts";
import { personalData } from "#tests/support/personal-data.ts";
import { listColumns } from "#tests/support/tables.ts";

const rows = keptAboutPeople(90);
const aboutSomebody = Object.keys(personalData).filter((column) => personalData[column] !== "nobody's");

/** What the page and the columns do not agree about. */
function disagreements(keys: readonly string[], columns: Readonly<Record<string, readonly string[]>>) {
  const placed = Object.values(columns).flat();
  return [
    ...aboutSomebody.filter((column) => !placed.includes(column)).map((column) => `${column} is on no row`),
    ...placed.filter((column, at) => placed.indexOf(column) !== at).map((column) => `${column} is on two rows`),
    ...keys.filter((key) => !columns[key]?.length).map((key) => `${key} is in no column`),
    ...Object.keys(columns)
      .filter((key) => !keys.includes(key))
      .map((key) => `${key} is not on the page`),
  ];
}

describe("the table on the page about privacy", () => {
  const keys = rows.map(({ key }) => key);

  test("says of every column that could hold something about a person what it is, and of nothing else", async () => {
    expect(disagreements(keys, keptColumns)).toEqual([]);
    const there = (await listColumns()).map(({ table, column }) => `${table}.${column}`);
    expect(
      Object.values(keptColumns)
        .flat()
        .filter((column) => !there.includes(column)),
    ).toEqual([]);
  });

  test("would be seen to lack a column, and to have a row about nothing", () => {
    const { contact = [], ...rest } = keptColumns;
    expect(disagreements([...keys, "shoeSize"], { ...rest, contact: contact.slice(1), hat: ["Person.email"] })).toEqual(
      [
        "Contact.name is on no row",
        "Person.email is on two rows",
        "shoeSize is in no column",
        "hat is not on the page",
      ],
    );
  });

  test("names the job that ends what has an end, and no time without one", () => {
    const known = jobs.map(({ name }) => name);
    for (const row of rows) {
      if (row.limit) expect(known).toContain(row.limit.job);
      expect(row.howLong, row.key).not.toMatch(/\d+ (day|hour|month|year)/);
    }
    expect(rows.find(({ key }) => key === "draft")).toMatchObject({ limit: { after: 90, job: "delete-old-drafts" } });
    expect(howLong(rows.find(({ key }) => key === "attempt")!)).toBe("1 hour after you sent it");
  });

  test("has the times that the code has", () => {
    const days = (key: string) => rows.find((row) => row.key === key)?.limit?.after;
    expect(days("session")).toBe(longestSeconds / 86_400);
    expect(days("count")).toBe(Math.max(...limits.map(({ seconds }) => seconds)) / 86_400);
  });
});
