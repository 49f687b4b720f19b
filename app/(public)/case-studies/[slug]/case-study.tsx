import { FollowUps } from "#components/case-study/follow-ups.tsx";
import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { Related } from "#components/case-study/related.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import type { CardProps } from "#components/listing/card.tsx";
import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { PrintLine } from "#components/site/print-line.tsx";
import { longDate } from "#components/ui/words.ts";
import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { Aside } from "./aside.tsx";
import { Byline } from "./byline.tsx";
import { ForMachines } from "./for-machines.tsx";
import { ReadElsewhere, Source } from "./source.tsx";
import { Warnings } from "./warnings.tsx";

export type CaseStudyProps = CaseStudyPage & {
  /** How many case studies its council has published. */
  fromCouncil: number;
  /** Others like it. */
  related: readonly CardProps[];
};

/** One case study: what it came to, then its words, with the facts beside them. */
export async function CaseStudy(props: CaseStudyProps) {
  const { slug, template, answers, facts, topics, pictures, documents, publishedAt, withdrawn, related } = props;
  // What a withdrawn case study claims is not repeated where it would be believed at a glance.
  const claimed = withdrawn ? { ...facts, outcome: null } : facts;
  const line = <PrintLine path={paths.caseStudy(slug)} which={`Published ${longDate(publishedAt)}`} />;
  const [topic] = topics;
  const above =
    topic &&
    [topic.parent ?? topic, ...(topic.parent ? [topic] : [])].map((one) => ({
      name: one.name,
      path: paths.topic(one.slug),
    }));
  const trail = [{ name: "Case studies", path: paths.listing() }, ...(above ?? [])];
  return (
    <FinishedPage
      title={facts.title}
      description={withdrawn ? `Withdrawn on ${longDate(withdrawn.at)}.` : facts.summary}
      canonical={await wholeAddress(paths.caseStudy(slug))}
      indexed={!withdrawn}
      section="case-studies"
      forMachines={<ForMachines {...props} trail={trail} />}
    >
      <article>
        {line}
        <Intro
          heading={facts.title}
          lead={facts.summary}
          trail={trail}
          under={
            <>
              <Byline {...props} />
              <Warnings {...props} />
            </>
          }
        >
          {facts.source && <ReadElsewhere url={facts.source.url} />}
          <FactsStrip template={template} facts={claimed} />
        </Intro>
        <div className="paper band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <PeopleBox template={template} text={facts.people} />
            {facts.source && <Source url={facts.source.url} month={facts.sourceMonth} />}
            <Sections template={template} answers={answers} facts={facts} pictures={pictures} documents={documents} />
            <FollowUps followUps={props.followUps} />
          </div>
          <Aside {...props} />
        </div>
        <p className="band pt-10 text-small print:hidden">
          <a href={paths.problem(slug)} rel="nofollow" className="inline-block py-1">
            Something wrong on this page?
          </a>
        </p>
        {line}
      </article>
      <Related cards={related} />
    </FinishedPage>
  );
}
