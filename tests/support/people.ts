import { randomBytes } from "node:crypto";
import { addPerson } from "#lib/commands/people/add-person.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Role } from "#prisma/client/client.ts";

/** Somebody new with a role, whose e-mail address has been proved unless said otherwise. */
export async function aPerson(
  role: Role = "contributor",
  { proved = true } = {},
): Promise<Extract<Actor, { kind: "person" }>> {
  const email = `${randomBytes(6).toString("hex")}@council.example`;
  const person = await addPerson({ email, name: `A ${role}`, role, emailProvedAt: proved ? new Date() : null });
  return { kind: "person", id: person.id, role };
}
