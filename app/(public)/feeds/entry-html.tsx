import { FollowUps } from "#components/case-study/follow-ups.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import type { Entry } from "#lib/data/feeds/entries.ts";
import { labelOf, questionFor } from "#lib/domain/template/templates.ts";
import { Source } from "../case-studies/[slug]/source.tsx";

/** The text of a case study as its page shows it, with the facts that stand beside it there. */
export async function htmlOf(entry: Entry): Promise<string> {
  // Next refuses a handler that imports this at its top.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(<Text {...entry} />);
}

function Text({ template, answers, facts, pictures, documents, followUps }: Entry) {
  return (
    <>
      <FactsList template={template} facts={facts} />
      <PeopleBox template={template} text={facts.people} />
      {facts.source && <Source url={facts.source.url} month={facts.sourceMonth} />}
      <Sections template={template} answers={answers} facts={facts} pictures={pictures} documents={documents} />
      <FollowUps followUps={followUps} />
    </>
  );
}

function FactsList({ template, facts }: Pick<Entry, "template" | "facts">) {
  const known = (["outcome", "cost", "firstResults", "evidence"] as const).flatMap((fact) => {
    const label = labelOf(template, fact, facts[fact]);
    return label ? [{ name: questionFor(template, fact)?.label, label }] : [];
  });
  if (!known.length) return null;
  return (
    <ul>
      {known.map(({ name, label }) => (
        <li key={name}>
          {name}: {label}
        </li>
      ))}
    </ul>
  );
}
