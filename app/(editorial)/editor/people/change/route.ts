import { z } from "zod";
import { requireAdministrator, type Editor } from "#lib/auth/guards.ts";
import { changeRole } from "#lib/commands/staff/change-role.ts";
import { deactivatePerson } from "#lib/commands/staff/deactivate-person.ts";
import { reactivatePerson } from "#lib/commands/staff/reactivate-person.ts";
import { resetSecondFactor } from "#lib/commands/staff/reset-second-factor.ts";
import { whatBecame } from "#components/people/what-becomes.ts";
import { findMember, type StaffMember } from "#lib/data/people/staff.ts";
import { edits, roles, roleWords } from "#lib/domain/people/changes.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";
import { refusalWords } from "../refusals.ts";

const asked = z.discriminatedUnion("change", [
  z.object({ change: z.literal("role"), person: z.uuid(), role: z.enum(roles.map(({ key }) => key)) }),
  z.object({ change: z.enum(["deactivate", "reactivate", "second-factor"]), person: z.uuid() }),
]);

/** Changes what somebody may do. */
export async function POST(request: Request) {
  const actor = await requireAdministrator();
  const form = await readForm(request);
  const read = asked.safeParse(
    Object.fromEntries(["change", "person", "role"].map((name) => [name, fieldOf(form, name)])),
  );
  if (!read.success) return answerWith(paths.people, { notDone: ["That change could not be read. Make it again."] });

  const changed = await change(read.data, actor);
  if (!changed.ok) return answerWith(paths.people, { notDone: [refusalWords[changed.reason]] });
  const member = await findMember(read.data.person);
  return answerWith(paths.people, { done: member ? wordsFor(read.data.change, member, changed.value.putBack) : "" });
}

/** What has become of somebody, and of what they had. */
function wordsFor(change: z.output<typeof asked>["change"], member: StaffMember, putBack: number): string {
  const { role } = member;
  const name = member.name || member.email;
  const left = edits(member) ? [] : whatBecame(putBack, member.work);
  switch (change) {
    case "role":
      return [`${name} is now ${roleWords[role]}, and signed out everywhere.`, ...left].join(" ");
    case "deactivate":
      return [`${name} is deactivated, and signed out everywhere.`, ...left].join(" ");
    case "reactivate":
      return `${name} is active again, as ${roleWords[role]}.`;
    case "second-factor":
      return `${name} is signed out everywhere, and sets up another app when they next sign in.`;
  }
}

function change(to: z.output<typeof asked>, actor: Editor) {
  const request = { personId: to.person, actor };
  switch (to.change) {
    case "role":
      return changeRole({ ...request, role: to.role });
    case "deactivate":
      return deactivatePerson(request);
    case "reactivate":
      return reactivatePerson(request);
    case "second-factor":
      return resetSecondFactor(request);
  }
}
