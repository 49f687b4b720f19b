import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { paths } from "#lib/http/paths.ts";
import { Beside } from "./beside.tsx";

/** The draft as readers would see it. */
export default async function PreviewPage({ params }: PageProps<"/submit/[draft]/preview">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;

  const { template, answers } = draft;
  const facts = factsOf(template, answers);
  return (
    <Page title={`Preview: ${facts.title}`} indexed={false} store={false} section="submit">
      <div className="band py-5">
        <Notice heading="This is a preview">
          <p>
            Only somebody with this link can see it. <a href={paths.draft(token)}>Back</a>
          </p>
        </Notice>
      </div>
      <Intro heading={facts.title || "No title yet"} lead={facts.summary}>
        <FactsStrip template={template} facts={facts} />
      </Intro>
      <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <PeopleBox template={template} text={facts.people} />
          <Sections template={template} answers={answers} facts={facts} pictures={[]} documents={[]} />
        </div>
        <Beside draft={draft} />
      </div>
    </Page>
  );
}
