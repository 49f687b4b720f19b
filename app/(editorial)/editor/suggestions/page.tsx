import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { SuggestionRow } from "#components/review/suggestions/suggestion-row.tsx";
import { SuggestionTabs } from "#components/review/suggestions/suggestion-tabs.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { countSuggestions, listSuggestions, suggestionsPerPage } from "#lib/data/review/suggestions.ts";
import { readSuggestions, writeSuggestions, type AskedSuggestions } from "#lib/http/forms/suggestion-query.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** What readers suggest about published case studies and which problems they report: what is open, and what has been settled. */
export default async function SuggestionsPage({ searchParams }: PageProps<"/editor/suggestions">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const query = readSuggestions(asked);
  const { settled, only, page } = query;
  const [answer, counts, rows] = await Promise.all([
    findAnswer(paths.suggestions, asked),
    countSuggestions(query),
    listSuggestions(query, page),
  ]);
  const errors = errorsOf(answer);
  const { about, answer: typed } = answer.typed;
  const last = Math.ceil((settled ? counts.settled : counts.open) / suggestionsPerPage);
  const to = (changes: Partial<AskedSuggestions>) => paths.suggestionsWith(writeSuggestions({ ...query, ...changes }));
  return (
    <EditorPage
      title="Suggestions and problems"
      section="suggestions"
      editor={editor}
      failed={errors.length > 0}
      done={answer.done}
    >
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      {!rows.some(({ id }) => id === about) && <TypedText typed={{ typed }} />}
      {query.caseStudyId && (
        <p className="mb-4">
          Only those about {rows[0]?.title ? `“${rows[0].title}”` : "one case study"}.{" "}
          <a href={to({ caseStudyId: null, page: 1 })}>Show all</a>
        </p>
      )}
      <SuggestionTabs
        label="Open or settled"
        tabs={[
          { name: "Open", count: counts.open, path: to({ settled: false, page: 1 }), current: !settled },
          { name: "Settled", count: counts.settled, path: to({ settled: true, page: 1 }), current: settled },
        ]}
      />
      <SuggestionTabs
        label="Kinds"
        tabs={[
          {
            ...{ name: "Both kinds", count: counts.changes + counts.problems },
            ...{ path: to({ only: null, page: 1 }), current: only === null },
          },
          {
            ...{ name: "Suggestions", count: counts.changes },
            ...{ path: to({ only: "changes", page: 1 }), current: only === "changes" },
          },
          {
            ...{ name: "Problems", count: counts.problems },
            ...{ path: to({ only: "problems", page: 1 }), current: only === "problems" },
          },
        ]}
      />
      {rows.length > 0 && (
        <ol start={(page - 1) * suggestionsPerPage + 1} className="[list-style-type:'']">
          {rows.map((row) => (
            <SuggestionRow
              key={row.id}
              suggestion={row}
              now={new Date()}
              search={writeSuggestions(query)}
              typed={about === row.id ? typed : undefined}
              error={answer.errors[`answer-${row.id}`]}
            />
          ))}
        </ol>
      )}
      {rows.length > 0 && (
        <p className="no-print pt-6 text-small">
          <a href={paths.suggestionsFile(writeSuggestions({ ...query, page: 1 }))} className="inline-block py-1">
            Download these as CSV
          </a>
        </p>
      )}
      {rows.length === 0 && <Nothing query={query} first={to({ page: 1 })} />}
      <NumberedPages page={page} last={last} to={(number) => to({ page: number })} />
    </EditorPage>
  );
}

function Nothing({ query: { page, settled, only }, first }: { query: AskedSuggestions; first: string }) {
  if (page > 1) {
    return (
      <p className="pt-6">
        There is no such page. <a href={first}>Go to the first one</a>
      </p>
    );
  }
  const what = only === "problems" ? "problem" : only === "changes" ? "suggestion" : "suggestion or problem";
  return (
    <p className="pt-6">
      {settled
        ? `No ${what} has been settled yet.`
        : `No ${what} is open. Readers send them from the page of a case study.`}
    </p>
  );
}
