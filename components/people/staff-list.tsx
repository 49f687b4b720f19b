import { counted } from "#components/ui/words.ts";
import { roles, type Role } from "#lib/domain/people/changes.ts";
import { paths } from "#lib/http/paths.ts";

interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  inReview: number;
}

interface Props {
  staff: readonly Member[];
  /** Id of the reader. */
  me: string;
  /** Whether the reader may change the others. */
  changeable: boolean;
}

/** Who edits, and what an administrator can change about them. */
export function StaffList({ staff, me, changeable }: Props) {
  if (!staff.length) return <p className="border-t-[3px] border-ink pt-3">Nobody has that name or e-mail address.</p>;
  return (
    <ul className="border-t-[3px] border-ink">
      {staff.map((member) => (
        <li key={member.id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-baseline gap-x-6">
            <b>{member.name || member.email}</b>
            <span className="text-small">{nameOf(member.role)}</span>
            {member.id === me && <span className="text-small text-soft">You</span>}
            {!member.active && <span className="flag text-small">Deactivated</span>}
          </div>
          <p className="text-small text-soft">
            {member.name && `${member.email}\u00a0· `}
            {member.inReview ? counted(member.inReview, "case study", "case studies") : "nothing"} in review
          </p>
          {changeable && member.id !== me && <Changes member={member} />}
        </li>
      ))}
    </ul>
  );
}

const nameOf = (role: Role) => roles.find(({ key }) => key === role)?.name ?? role;

function Changes({ member: { id, name, email, role, active, inReview } }: { member: Member }) {
  return (
    <details className="mt-1">
      <summary className="inline-block py-1 text-small text-link underline underline-offset-4">
        Change<span className="sr-only"> {name || email}</span>
      </summary>
      <p className="mt-2 text-small text-soft">
        By any of these they are signed out everywhere.
        {inReview > 0 && " What they have in review goes back to the queue when they edit no longer."}
      </p>
      <form
        method="post"
        action={`${paths.people}/change`}
        className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2 text-small"
      >
        <input type="hidden" name="person" value={id} />
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
        <button
          type="submit"
          name="change"
          value={active ? "deactivate" : "reactivate"}
          className="link-button min-h-11 px-2"
        >
          {active ? "Deactivate" : "Reactivate"}
        </button>
        {active && (
          <button type="submit" name="change" value="second-factor" className="link-button min-h-11 px-2">
            They lost their authenticator app
          </button>
        )}
      </form>
    </details>
  );
}
