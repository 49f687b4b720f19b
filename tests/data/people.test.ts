import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { lockStandingAt } from "#lib/data/people/changes.ts";
import { findOrAddPerson, holdPersonAt } from "#lib/data/people/people.ts";

const newEmail = () => `${randomBytes(6).toString("hex")}@council.example`;

/**
 * The database, where somebody else deletes whoever is looked for: once they were not added, as they are there, and before they are
 * found; or once they were found and before they are held.
 */
function forgetting(email: string, before: "found" | "held") {
  let forgotten = 0;
  const forget = async () => void (forgotten += (await db.person.deleteMany({ where: { email } })).count);
  const client = db.$extends({
    query: {
      person: {
        async createMany({ args, query }) {
          const added = await query(args);
          if (before === "found") await forget();
          return added;
        },
      },
      async $queryRaw({ args, query }) {
        if (before === "held") await forget();
        return query(args);
      },
    },
  });
  return { client: client as unknown as typeof db, howOften: () => forgotten };
}

test.each([
  ["found", "found", findOrAddPerson],
  ["found, to be held", "found", holdPersonAt],
  ["held", "held", holdPersonAt],
  ["held with the administrators", "held", async (tx, email) => (await lockStandingAt(tx, email)).person],
] satisfies [string, "found" | "held", typeof holdPersonAt][])(
  "whoever is forgotten in the moment before they are %s is added once more",
  async (_, moment, find) => {
    const email = newEmail();
    const before = await findOrAddPerson(db, email);
    const { client, howOften } = forgetting(email, moment);
    const person = await client.$transaction((tx) => find(tx, email.toUpperCase()));
    expect(howOften()).toBe(1);
    expect(person).toMatchObject({ email, role: "contributor" });
    expect(person.id).not.toBe(before.id);
    expect(await db.person.findUnique({ where: { email } })).toEqual(person);
  },
);

test("many who ask at once for somebody new get the same", async () => {
  const email = newEmail();
  const found = await Promise.all(
    Array.from({ length: 12 }, () => db.$transaction((tx) => findOrAddPerson(tx, email))),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});
