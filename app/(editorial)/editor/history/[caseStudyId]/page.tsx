import { z } from "zod";
import { EditorPage } from "#components/review/editor-page.tsx";
import { EventList } from "#components/review/history/event-list.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { findCaseStudyHistory } from "#lib/data/review/history/case-study.ts";
import { writeRevision } from "#lib/domain/history/comparison.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { NotDone } from "../../outcome.tsx";
import { CompareForm } from "./compare-form.tsx";
import { Comparison } from "./comparison.tsx";
import { Restored } from "./restored.tsx";
import { VersionItem } from "./version-item.tsx";

/** Everything that happened to one case study, and what changed between any two of its revisions. */
export default async function CaseStudyHistoryPage({
  params,
  searchParams,
}: PageProps<"/editor/history/[caseStudyId]">) {
  const editor = await requireEditor();
  const id = z.uuid().safeParse((await params).caseStudyId).data;
  const history = id ? await findCaseStudyHistory(id) : null;
  if (!id || !history) return <MissingPage editor={editor} />;

  const { title, slug, versions, events, corrections } = history;
  const asked = await searchParams;
  const [from, to, restored] = ["from", "to", "restored"].map((name) => readText(asked[name], 60));
  const draft = versions.find(({ id, state }) => id === restored && isWithAuthor(state));
  return (
    <EditorPage
      title={title || "No title yet"}
      caption="History of a case study"
      section="history"
      editor={editor}
      failed={Boolean(restored) && !draft}
      done={draft && <Restored version={draft} editor={editor} />}
    >
      <NotDone reasons={restored && !draft ? ["Nothing was brought back: that version is not there any more."] : []} />
      <p className="flex flex-wrap gap-x-5">
        {slug && <a href={paths.caseStudy(slug)}>See it on the site</a>}
        <a href={paths.historyWith({ caseStudy: id })}>Filter these events</a>
      </p>
      <Heading id="compare">Compare two revisions</Heading>
      <CompareForm caseStudyId={id} versions={versions} events={events} from={from ?? ""} to={to ?? ""} />
      {from && to && <Comparison caseStudyId={id} from={from} to={to} />}
      <Heading id="versions">Versions</Heading>
      <ol className="border-t-[3px] border-ink" aria-labelledby="versions">
        {versions.map((version) => (
          <VersionItem key={version.id} version={version} caseStudyId={id} />
        ))}
      </ol>
      <Heading id="events">What has happened</Heading>
      <EventList events={events} corrections={corrections.map((one) => ({ ...one, changes: changesIn(id, one) }))} />
    </EditorPage>
  );
}

/** The comparison of a revision with the one before it. */
function changesIn(caseStudyId: string, { versionId, revision }: { versionId: string; revision: number }): string {
  const [from, to] = [revision - 1, revision].map((number) => writeRevision({ versionId, number }));
  return `${paths.caseStudyHistory(caseStudyId)}?from=${from}&to=${to}#compare`;
}

function Heading({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} className="mt-12 mb-3 !text-h3">
      {children}
    </h2>
  );
}
