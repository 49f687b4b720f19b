import { ok, refuse, type Result } from "../result.ts";
import { editorRoles, isAdministrator, type Actor } from "../workflow/decide.ts";

export type EditorRole = (typeof editorRoles)[number];

/** What somebody may be made, from what may most to what may least. */
export const roles = [
  { key: "administrator", name: "Administrator" },
  { key: "editor", name: "Editor" },
  { key: "contributor", name: "Contributor" },
] as const;
export type Role = (typeof roles)[number]["key"];

/** A role as what somebody is. */
export const roleWords: Record<Role, string> = {
  administrator: "an administrator",
  editor: "an editor",
  contributor: "a contributor",
};

/** What is recorded of a change to what somebody may do. */
export type PeopleChange =
  | "nameAdministrator"
  | "invite"
  | "changeRole"
  | "deactivate"
  | "reactivate"
  | "resetSecondFactor"
  | "confirmContributor"
  | "unconfirmContributor";

/** "own-self": nobody changes what they may do themselves. "no-change": it is so already. */
export type ChangeRefusal = "not-allowed" | "own-self" | "no-change";

/** Somebody as they are, or as they are to be. */
export interface Standing {
  role: Role;
  active: boolean;
}

/**
 * Whether an administrator may change what somebody else may do. As whoever changes it stays what they are, one administrator
 * always remains.
 *
 * @param administrators ids of those who are active at this moment, none of whom can be changed meanwhile
 */
export function decideChange(
  subject: Standing & { id: string },
  to: Standing,
  actor: Actor,
  administrators: readonly string[],
): Result<Standing, ChangeRefusal> {
  if (actor.kind !== "person" || !isAdministrator(actor) || !administrators.includes(actor.id))
    return refuse("not-allowed");
  if (subject.id === actor.id) return refuse("own-self");
  if (subject.role === to.role && subject.active === to.active) return refuse("no-change");
  return ok(to);
}

/** Whether somebody may have work: they edit and are active. */
export const edits = ({ role, active }: Standing): boolean => active && (editorRoles as readonly Role[]).includes(role);

/** Whether somebody may change what others may do. */
export const mayChangePeople = (actor: Actor): boolean => isAdministrator(actor);
