import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import { Intro } from "#components/site/intro.tsx";
import { factsOf } from "#lib/domain/template/facts.ts";
import { Beside, type Previewed } from "./beside.tsx";

/** Words that are not published, as readers would see them. */
export function AsReadersSee({ template, answers, contact }: Previewed) {
  const facts = factsOf(template, answers);
  return (
    <>
      <Intro heading={facts.title || "No title yet"} lead={facts.summary}>
        <FactsStrip template={template} facts={facts} />
      </Intro>
      <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <PeopleBox template={template} text={facts.people} />
          <Sections template={template} answers={answers} facts={facts} pictures={[]} documents={[]} />
        </div>
        <Beside template={template} answers={answers} contact={contact} />
      </div>
    </>
  );
}
