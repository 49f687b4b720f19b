import { Notice } from "#components/ui/notice.tsx";
import type { FactCheck } from "./fact-checks.tsx";

/** Says before a text is settled what people outside have not answered yet, or would have changed. */
export function FactsOutstanding({ checks }: { checks: readonly FactCheck[] }) {
  const open = checks.filter(({ standing }) => standing === "open").map(({ name }) => `${name} has not answered yet.`);
  const wrong = checks
    .filter(({ verdict }) => verdict === "wrong")
    .map(({ name }) => `${name} wants some things to change.`);
  const all = [...wrong, ...open];
  if (!all.length) return null;
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="Facts are being checked">
        {all.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
    </div>
  );
}
