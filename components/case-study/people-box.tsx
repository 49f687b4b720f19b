import type { Template } from "#lib/domain/template/questions.ts";
import { questionFor } from "#lib/domain/template/templates.ts";

/** What changed, for somebody who lives there. */
export function PeopleBox({ template, text }: { template: Template; text: string }) {
  if (!text) return null;
  return (
    <section aria-labelledby="people" className="mb-10 max-w-prose border-l-[6px] border-house bg-tint px-5 py-4">
      <h2 id="people" className="!text-body">
        {questionFor(template, "people")?.label}
      </h2>
      <p className="mt-1">{text}</p>
    </section>
  );
}
