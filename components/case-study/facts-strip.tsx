import { Outcome } from "#components/ui/outcome.tsx";
import type { Facts } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { labelOf, questionFor } from "#lib/domain/template/templates.ts";

const shown = ["outcome", "cost", "firstResults", "evidence"] as const;

/** The four things an officer looks for first. */
export function FactsStrip({ template, facts }: { template: Template; facts: Facts }) {
  const known = shown.flatMap((fact) => {
    const [value, label] = [facts[fact], labelOf(template, fact, facts[fact])];
    return value && label ? [{ fact, name: questionFor(template, fact)?.label, value, label }] : [];
  });
  if (!known.length) return null;
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-4 border-t-[3px] border-b border-t-ink border-b-line desktop:mt-8 desktop:grid-cols-4 desktop:gap-x-0 print:grid-cols-4">
      {known.map(({ fact, name, value, label }) => (
        <div key={fact} className="border-line py-2 desktop:py-3 desktop:not-first:border-l desktop:not-first:pl-4">
          <dt className="text-small text-soft">{name}</dt>
          <dd className="font-bold">{fact === "outcome" ? <Outcome value={value}>{label}</Outcome> : label}</dd>
        </div>
      ))}
    </dl>
  );
}
