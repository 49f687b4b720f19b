import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { findOrAddPerson, holdPersonAt } from "#lib/data/people/people.ts";

const newEmail = () => `${randomBytes(6).toString("hex")}@council.example`;

/** The database, where somebody else deletes whoever is looked for between the statement that adds them and the one that finds them. */
function forgottenBetween(email: string) {
  let forgotten = 0;
  const client = db.$extends({
    query: {
      person: {
        async createMany({ args, query }) {
          const added = await query(args);
          forgotten += (await db.person.deleteMany({ where: { email } })).count;
          return added;
        },
      },
    },
  });
  return { client: client as unknown as typeof db, howOften: () => forgotten };
}

test.each([
  ["found", findOrAddPerson],
  ["held", holdPersonAt],
])("whoever is forgotten in the moment before they are %s is added once more", async (_, find) => {
  const email = newEmail();
  const before = await findOrAddPerson(db, email);
  const { client, howOften } = forgottenBetween(email);
  const person = await client.$transaction((tx) => find(tx, email.toUpperCase()));
  expect(howOften()).toBe(1);
  expect(person).toMatchObject({ email, role: "contributor" });
  expect(person.id).not.toBe(before.id);
});

test("many who ask at once for somebody new get the same", async () => {
  const email = newEmail();
  const found = await Promise.all(
    Array.from({ length: 12 }, () => db.$transaction((tx) => findOrAddPerson(tx, email))),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});
