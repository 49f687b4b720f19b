import type { ReactNode } from "react";
import { roles, type Role } from "#lib/domain/people/changes.ts";
import type { Work } from "#lib/domain/people/work.ts";
import { paths } from "#lib/http/paths.ts";
import { whatWillBecome } from "./what-becomes.ts";

/** Somebody who edits, as an administrator changes them. */
export interface ChangeableMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  work: Work;
}

/** What an administrator can change about somebody who edits, each with what it comes to. */
export function StaffChanges({ member }: { member: ChangeableMember }) {
  const { id, name, email, role, active, work } = member;
  return (
    <details className="mt-1 text-small">
      <summary className="inline-block py-1 text-link underline underline-offset-4">
        Change<span className="sr-only"> {name || email}</span>
      </summary>
      <Change id={id}>
        <div>
          <label htmlFor={`role-${id}`} className="mb-1 block font-bold">
            Role
          </label>
          <select id={`role-${id}`} name="role" defaultValue={role} className="field !w-auto">
            {roles.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" name="change" value="role" className="button">
          Change role
        </button>
        <p className="w-full text-soft">
          They are signed out everywhere. A contributor does not edit: what they have is left without anybody, as when
          they are deactivated.
        </p>
      </Change>
      {active ? (
        <>
          <Fold summary="They lost their authenticator app" about={name || email}>
            <p>They are signed out everywhere, and set up another app when they next sign in.</p>
            <Change id={id}>
              <button type="submit" name="change" value="second-factor" className="button">
                Forget the app
              </button>
            </Change>
          </Fold>
          <Fold summary="Deactivate" about={name || email}>
            <ul className="ml-5 list-disc">
              <li>They are signed out everywhere at once, and cannot sign in.</li>
              {whatWillBecome(work).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              <li>Their name stays with what they wrote and did. They can be made active again here.</li>
            </ul>
            <Change id={id}>
              <button type="submit" name="change" value="deactivate" className="button">
                Deactivate {name || email}
              </button>
            </Change>
          </Fold>
        </>
      ) : (
        <Change id={id}>
          <button type="submit" name="change" value="reactivate" className="link-button py-1">
            Reactivate {name || email}
          </button>
          <p className="w-full text-soft">
            They can sign in again. What they had and nobody took meanwhile is theirs again.
          </p>
        </Change>
      )}
    </details>
  );
}

function Change({ id, children }: { id: string; children: ReactNode }) {
  return (
    <form
      method="post"
      action={`${paths.people}/change`}
      className="mt-2 mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <input type="hidden" name="person" value={id} />
      {children}
    </form>
  );
}

function Fold({ summary, about, children }: { summary: string; about: string; children: ReactNode }) {
  return (
    <details>
      <summary className="inline-block py-1 text-link underline underline-offset-4">
        {summary}
        <span className="sr-only">: {about}</span>
      </summary>
      <div className="mt-1 max-w-prose">{children}</div>
    </details>
  );
}
