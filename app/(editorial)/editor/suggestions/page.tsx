import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { SuggestionRow } from "#components/review/suggestions/suggestion-row.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { figure } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { countSuggestions, listSuggestions, suggestionsPerPage } from "#lib/data/review/suggestions.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** What people who know better suggest about published case studies: what is open, and what has been settled. */
export default async function SuggestionsPage({ searchParams }: PageProps<"/editor/suggestions">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const settled = readText(asked["tab"], 10) === "settled";
  const page = Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1);
  const [answer, counts, rows] = await Promise.all([
    findAnswer(paths.suggestions, asked),
    countSuggestions(),
    listSuggestions(settled, page),
  ]);
  const errors = errorsOf(answer);
  const { about, answer: typed } = answer.typed;
  const last = Math.ceil((settled ? counts.settled : counts.open) / suggestionsPerPage);
  return (
    <EditorPage title="Suggestions" section="suggestions" editor={editor} failed={errors.length > 0} done={answer.done}>
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      {!rows.some(({ id }) => id === about) && <TypedText typed={{ typed }} />}
      <nav aria-label="Kinds of suggestions" className="no-print border-b-[3px] border-ink">
        <ul className="-mx-1 flex flex-wrap gap-x-4">
          <Tab name="Open" count={counts.open} path={addressOf(false)} current={!settled} />
          <Tab name="Settled" count={counts.settled} path={addressOf(true)} current={settled} />
        </ul>
      </nav>
      <ol start={(page - 1) * suggestionsPerPage + 1} className="[list-style-type:'']">
        {rows.map((row) => (
          <SuggestionRow
            key={row.id}
            suggestion={row}
            now={new Date()}
            typed={about === row.id ? typed : undefined}
            error={answer.errors[`answer-${row.id}`]}
          />
        ))}
      </ol>
      {rows.length === 0 && <Nothing settled={settled} beyond={page > 1} />}
      <NumberedPages page={page} last={last} to={(number) => addressOf(settled, number)} />
    </EditorPage>
  );
}

function addressOf(settled: boolean, page = 1): string {
  const parameters = new URLSearchParams({
    ...(settled && { tab: "settled" }),
    ...(page > 1 && { page: String(page) }),
  });
  return parameters.size ? `${paths.suggestions}?${parameters}` : paths.suggestions;
}

function Tab({ name, count, path, current }: { name: string; count: number; path: string; current: boolean }) {
  return (
    <li>
      <a href={path} aria-current={current ? "page" : undefined} className="tab-link">
        {name} <span className="count">{figure(count)}</span>
      </a>
    </li>
  );
}

function Nothing({ settled, beyond }: { settled: boolean; beyond: boolean }) {
  if (beyond) {
    return (
      <p className="pt-6">
        There is no such page. <a href={addressOf(settled)}>Go to the first one</a>
      </p>
    );
  }
  return (
    <p className="pt-6">
      {settled
        ? "None has been settled yet."
        : "No suggestion is open. Readers make them from the page of a case study."}
    </p>
  );
}
