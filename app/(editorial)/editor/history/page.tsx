import { Ignored } from "#components/listing/ignored.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { EventList } from "#components/review/history/event-list.tsx";
import { HistoryFilters } from "#components/review/history/history-filters.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { Status } from "#components/ui/status.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listCouncilsInHistory, listPeopleInHistory } from "#lib/data/review/history/choices.ts";
import { listEvents } from "#lib/data/review/history/events.ts";
import { historyPageSize } from "#lib/domain/history/query.ts";
import { readHistory } from "#lib/domain/history/read.ts";
import { paths } from "#lib/http/paths.ts";

/** What a link asked for that cannot be given, by the name it stood under. */
const asked: Record<string, string> = {
  q: "a longer search than we can do",
  kind: "a kind of event we do not have",
  person: "a person we cannot read",
  council: "a council we cannot read",
  caseStudy: "a case study we cannot read",
  from: "a first day we cannot read",
  to: "a last day we cannot read",
  page: "a page that no list has",
};

/** Everything that ever happened to any case study. */
export default async function HistoryPage({ searchParams }: PageProps<"/editor/history">) {
  const editor = await requireEditor();
  const { query, ignored } = readHistory(await searchParams);
  const [{ events, total }, people, councils] = await Promise.all([
    listEvents(query),
    listPeopleInHistory(query.person),
    listCouncilsInHistory(),
  ]);
  const last = Math.ceil(total / historyPageSize);
  return (
    <EditorPage title="History" section="history" editor={editor}>
      <HistoryFilters query={query} people={people} councils={councils} title={events[0]?.title ?? ""} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pb-3">
        <Status className="text-h3 font-bold">{counted(total, "event", "events")}</Status>
        {total > 0 && <a href={paths.historyFile(query)}>Download these as CSV</a>}
      </div>
      <Ignored {...ignored} asked={asked} />
      {events.length > 0 && <EventList events={events} named />}
      {total === 0 && <p>Nothing that happened fits these filters.</p>}
      {query.page > last && total > 0 && (
        <p>
          There is no page {query.page} of this list.{" "}
          <a href={paths.historyWith({ ...query, page: last })}>Go to its last page, {last}</a>.
        </p>
      )}
      <NumberedPages page={query.page} last={last} to={(page) => paths.historyWith({ ...query, page })} />
    </EditorPage>
  );
}
