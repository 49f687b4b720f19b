import { Status } from "#components/ui/status.tsx";
import { longDate } from "#components/ui/words.ts";
import { verdicts, type Standing, type Verdict } from "#lib/domain/workflow/fact-checks.ts";

export interface FactCheck {
  id: string;
  name: string;
  email: string;
  askedAt: Date;
  revision: number;
  standing: Standing;
  expiresAt: Date;
  revokedAt: Date | null;
  answeredAt: Date | null;
  verdict: Verdict | null;
  remarks: readonly { section: string; title: string; text: string }[];
}

interface Props {
  checks: readonly FactCheck[];
  /** Of the words on the page. */
  latestRevision: number;
  /** Where a question is taken back. */
  revoke: (id: string) => string;
}

/** Everybody outside who was asked to check the facts, and what they answered. */
export function FactChecks({ checks, latestRevision, revoke }: Props) {
  if (!checks.length) return null;
  return (
    <ul className="border-t-[3px] border-ink">
      {checks.map((check) => (
        <li key={check.id} className="border-b border-line py-3">
          <p>
            <b>{check.name}</b> <span className="text-small text-soft">{check.email}</span>
          </p>
          <p className="text-small">
            {`Asked ${longDate(check.askedAt)}`}
            {check.revision !== latestRevision && " about an older text"} · {progressOf(check)}
          </p>
          {check.verdict && <Answer verdict={check.verdict} remarks={check.remarks} />}
          {check.standing === "open" && (
            <form method="post" action={revoke(check.id)}>
              <button type="submit" className="link-button text-small">
                Take it back<span className="sr-only">: the question to {check.name}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** That somebody has just been asked. Nothing where nobody was. */
export function AskedNow({ check }: { check: Pick<FactCheck, "name" | "email"> | undefined }) {
  if (!check) return null;
  return (
    <Status className="mb-4 max-w-prose border-l-[6px] border-house bg-tint px-5 py-3 font-bold">
      {check.name} was asked. The letter goes to {check.email}.
    </Status>
  );
}

function progressOf({ standing, expiresAt, revokedAt, answeredAt }: FactCheck): string {
  switch (standing) {
    case "answered":
      return answeredAt ? `answered ${longDate(answeredAt)}` : "answered";
    case "revoked":
      return revokedAt ? `taken back ${longDate(revokedAt)}` : "taken back";
    case "expired":
      return `no answer by ${longDate(expiresAt)}`;
    case "over":
      return "decided without an answer";
    case "open":
      return `can answer until ${longDate(expiresAt)}`;
  }
}

function Answer({ verdict, remarks }: { verdict: Verdict; remarks: FactCheck["remarks"] }) {
  return (
    <>
      <p className="mt-1 font-bold">“{verdicts[verdict]}”</p>
      {remarks.map(({ section, title, text }) => (
        <div key={section} className="mt-2">
          <p className="text-small text-soft">{title}</p>
          <blockquote className="border-l-4 border-line pl-4 whitespace-pre-wrap">{text}</blockquote>
        </div>
      ))}
    </>
  );
}
