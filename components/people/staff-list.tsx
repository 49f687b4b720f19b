import { counted } from "#components/ui/words.ts";
import { roles, type Role } from "#lib/domain/people/changes.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { StaffChanges, type ChangeableMember } from "./staff-changes.tsx";

interface Member extends ChangeableMember {
  /** What of their work is open. */
  had: readonly { id: string; title: string; state: State }[];
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
            {member.work.inReview ? counted(member.work.inReview, "case study", "case studies") : "nothing"} in review
          </p>
          {!member.active && <Left had={member.had} />}
          {changeable && member.id !== me && <StaffChanges member={member} />}
        </li>
      ))}
    </ul>
  );
}

const nameOf = (role: Role) => roles.find(({ key }) => key === role)?.name ?? role;

/** What still names somebody who was deactivated as who has it. */
function Left({ had }: { had: Member["had"] }) {
  if (!had.length) return null;
  return (
    <details className="text-small">
      <summary className="inline-block py-1 text-link underline underline-offset-4">
        {counted(had.length, "open case study", "open case studies")} that they had
      </summary>
      <ul>
        {had.map(({ id, title, state }) => (
          <li key={id}>
            <a href={paths.review(id)} className="inline-block py-1">
              {title || "A case study without a title"}
            </a>
            , {stateNames[state].toLowerCase()}
          </li>
        ))}
      </ul>
    </details>
  );
}
