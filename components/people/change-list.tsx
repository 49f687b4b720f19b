import { longDate, timeOf } from "#components/ui/words.ts";
import { roles, type PeopleChange } from "#lib/domain/people/changes.ts";

interface Line {
  id: string;
  kind: PeopleChange;
  person: string;
  actor: string;
  detail: string;
  at: Date;
}

/** What has no actor because it was done there. */
const fromCommandLine: readonly PeopleChange[] = ["nameAdministrator", "resetSecondFactor"];
const somebody = "Somebody who was deleted";

/** What was changed about who may do what, newest first. */
export function ChangeList({ changes }: { changes: readonly Line[] }) {
  if (!changes.length) return <p className="border-t-[3px] border-ink pt-3 text-soft">Nothing has been changed yet.</p>;
  return (
    <ol className="border-t-[3px] border-ink [list-style-type:'']">
      {changes.map((line) => (
        <li key={line.id} className="border-b border-line py-2 text-small">
          {line.person || somebody} {happened(line)}
          <span className="block text-soft">
            {longDate(line.at)}, {timeOf(line.at)}
            {line.actor ? `, by ${line.actor}` : fromCommandLine.includes(line.kind) ? ", from the command line" : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}

function happened({ kind, detail }: Line): string {
  const role = roles.find(({ key }) => key === detail)?.name.toLowerCase() ?? detail;
  switch (kind) {
    case "nameAdministrator":
    case "changeRole":
      return `became ${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`;
    case "invite":
      return `was invited as ${role}`;
    case "deactivate":
      return "was deactivated";
    case "reactivate":
      return "was reactivated";
    case "resetSecondFactor":
      return "has to set up another second step";
    case "confirmContributor":
      return `was confirmed for ${detail}`;
    case "unconfirmContributor":
      return `is no longer confirmed for ${detail}`;
  }
}
