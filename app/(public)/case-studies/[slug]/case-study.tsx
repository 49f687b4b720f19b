import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { longDate, monthOf } from "#components/ui/words.ts";
import type { CaseStudyPage } from "#lib/data/case-studies.ts";
import { demonstration } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { Aside } from "./aside.tsx";

export type CaseStudyProps = CaseStudyPage & {
  /** How many case studies its council has published. */
  fromCouncil: number;
};

/** One case study: what it came to, then its words, with the facts beside them. */
export function CaseStudy(props: CaseStudyProps) {
  const { slug, template, answers, facts, topics, pictures, withdrawn, overdue, publishedAt } = props;
  const [topic] = topics;
  const above =
    topic &&
    [topic.parent ?? topic, ...(topic.parent ? [topic] : [])].map((one) => ({
      name: one.name,
      path: paths.topic(one.slug),
    }));
  return (
    <Page
      title={facts.title}
      description={facts.summary}
      canonical={paths.caseStudy(slug)}
      indexed={!withdrawn}
      section="case-studies"
      demonstration={demonstration}
    >
      <article>
        <Intro
          heading={facts.title}
          lead={facts.summary}
          trail={[{ name: "Case studies", path: paths.listing() }, ...(above ?? [])]}
        >
          <FactsStrip template={template} facts={facts} />
        </Intro>
        <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <Warnings withdrawn={withdrawn} overdue={overdue} publishedAt={publishedAt} />
            <PeopleBox text={facts.people} />
            {facts.source && <Source title={facts.source.title} url={facts.source.url} />}
            <Sections template={template} answers={answers} facts={facts} pictures={pictures} />
          </div>
          <Aside {...props} />
        </div>
      </article>
    </Page>
  );
}

function Warnings({ withdrawn, overdue, publishedAt }: Pick<CaseStudyProps, "withdrawn" | "overdue" | "publishedAt">) {
  if (withdrawn) {
    return (
      <div className="mb-8">
        <Notice heading={`Withdrawn on ${longDate(withdrawn.at)}`}>
          <p>{withdrawn.reason}</p>
        </Notice>
      </div>
    );
  }
  if (!overdue) return null;
  return (
    <div className="mb-8">
      <Notice heading={`Published in ${monthOf(publishedAt)} and due for review`}>
        <p>Nobody has checked lately whether it is still right. Ask the contact before relying on its figures.</p>
      </Notice>
    </div>
  );
}

/** A signpost's text lives elsewhere. */
function Source({ title, url }: { title: string; url: string }) {
  return (
    <section aria-labelledby="source" className="max-w-prose">
      <h2 id="source" className="mb-3">
        Read the whole case study
      </h2>
      <p>
        This is a signpost: the text is published by somebody else, at{" "}
        <a href={url} aria-label={`${title}, at ${new URL(url).hostname}`}>
          {new URL(url).hostname}
        </a>
        .
      </p>
    </section>
  );
}
