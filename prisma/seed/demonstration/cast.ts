import { addPerson } from "#lib/commands/people/add-person.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Person } from "#prisma/client/client.ts";
import { exampleCouncils, type ExampleCouncil } from "./councils.ts";

export type Someone = Extract<Actor, { kind: "person" }>;

/** Everybody in the demonstration: who writes for each council, and who edits. */
export interface Cast {
  editors: [Someone, Someone, Someone];
  administrator: Someone;
  /** The officer who puts in a council's case studies. */
  writerFor(council: ExampleCouncil | null): Someone;
  /** Somebody whose e-mail address has not been proved. */
  stranger: Someone;
}

const asActor = ({ id, role }: Person): Someone => ({ kind: "person", id, role });

/** Adds three editors, an administrator, an officer for each council and, for two of the councils, a confirmed contributor. */
export async function gatherCast(now: Date): Promise<Cast> {
  const staff = (name: string, role: "editor" | "administrator") => {
    const email = `${name.toLowerCase().replace(" ", ".")}@casebook.example`;
    return addPerson({ name, email, role, emailProvedAt: now }).then(asActor);
  };
  const editors: Cast["editors"] = [
    await staff("Amira Hussain", "editor"),
    await staff("Tom Prentice", "editor"),
    await staff("Grace Adeyemi", "editor"),
  ];
  const administrator = await staff("Helen Marsh", "administrator");

  const writers = new Map<string, Someone>();
  for (const council of exampleCouncils) {
    writers.set(
      council.id,
      await addPerson({ email: `case.studies@${council.id}.example`, emailProvedAt: now }).then(asActor),
    );
  }
  for (const councilId of ["saltmere", "northmarsh"]) {
    const contributor = writers.get(councilId);
    if (contributor) await confirmContributor({ personId: contributor.id, councilId, actor: administrator, now });
  }
  const stranger = await addPerson({ email: "new.officer@wexcombe.example" }).then(asActor);
  return { editors, administrator, stranger, writerFor: (council) => writers.get(council?.id ?? "") ?? editors[0] };
}
