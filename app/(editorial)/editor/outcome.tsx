import { Notice } from "#components/ui/notice.tsx";
import { paths } from "#lib/http/paths.ts";

/** What has just been done, and the way to it. */
export function Done({ done, open }: { done: string; open: string | null }) {
  return (
    <>
      {done} {open && <a href={paths.review(open)}>Read it</a>}
    </>
  );
}

/** What somebody else was quicker about. */
export function NotDone({ reasons }: { reasons: readonly string[] }) {
  if (!reasons.length) return null;
  return (
    <div role="alert" className="mb-8 max-w-prose">
      <Notice heading="This was not done">
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
