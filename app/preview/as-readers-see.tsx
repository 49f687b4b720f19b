import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import { Intro } from "#components/site/intro.tsx";
import type { FileAddress } from "#components/case-study/pictures.tsx";
import { findNamedFiles } from "#lib/data/files/named-files.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { Beside, type Previewed } from "./beside.tsx";

interface Props extends Previewed {
  caseStudyId: string;
  /** Where whoever looks can have the files. */
  address: FileAddress;
}

/** Words that are not published, as readers would see them. */
export async function AsReadersSee({ template, answers, contact, caseStudyId, address }: Props) {
  const facts = factsOf(template, answers);
  const files = await findNamedFiles(caseStudyId, facts);
  return (
    <>
      <Intro heading={facts.title || "No title yet"} lead={facts.summary}>
        <FactsStrip template={template} facts={facts} />
      </Intro>
      <div className="paper band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <PeopleBox template={template} text={facts.people} />
          <Sections template={template} answers={answers} facts={facts} {...files} address={address} />
        </div>
        <Beside template={template} answers={answers} contact={contact} />
      </div>
    </>
  );
}
