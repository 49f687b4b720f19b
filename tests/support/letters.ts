import { onTestFinished } from "vitest";
import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { aPerson } from "./people.ts";
import { listenForMail, type Listener } from "./smtp-listener.ts";

/** A mail server for one test, which letters leave by until the test ends. @param refusing see `listenForMail` */
export async function listen(...refusing: Parameters<typeof listenForMail>): Promise<Listener> {
  const listener = await listenForMail(...refusing);
  process.env["SMTP_URL"] = listener.url;
  onTestFinished(async () => {
    delete process.env["SMTP_URL"];
    await listener.close();
  });
  return listener;
}

/** So many letters to people of their own. @returns the addresses they should go to */
export async function aHeapOfLetters(count: number): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: count }, () => aPerson()));
  const now = new Date();
  for (const { id } of people) await oweLetter(db, { kind: "mine", toId: id, now });
  return Promise.all(people.map(({ id }) => emailOf(id)));
}

export const emailOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).email;

export const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
