import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Ignored } from "#components/listing/ignored.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { HeldForm } from "#components/review/queue/held-form.tsx";
import { PromiseLine } from "#components/review/queue/promise-line.tsx";
import { QueueActions } from "#components/review/queue/queue-actions.tsx";
import { QueueEmpty } from "#components/review/queue/queue-empty.tsx";
import { QueueFilters } from "#components/review/queue/queue-filters.tsx";
import { QueueReference } from "#components/review/queue/queue-reference.tsx";
import { QueueRow } from "#components/review/queue/queue-row.tsx";
import { QueueTabs } from "#components/review/queue/queue-tabs.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { getQueueChoices } from "#lib/data/review/queue/choices.ts";
import { countQueue } from "#lib/data/review/queue/counts.ts";
import { listQueue } from "#lib/data/review/queue/rows.ts";
import { findReferred } from "#lib/data/review/references.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { queuePageSize } from "#lib/domain/queue/query.ts";
import { readQueue } from "#lib/domain/queue/read.ts";
import { hasPromises, isAssignable, isHeld, tabOf } from "#lib/domain/queue/tabs.ts";
import { writeQueue } from "#lib/domain/queue/write.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { Done, NotDone } from "../outcome.tsx";

export default async function QueuePage({ searchParams }: PageProps<"/editor/queue">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const [choices, usualDays, answer] = await Promise.all([
    getQueueChoices(),
    getUsualDays(),
    findAnswer(paths.queue(), asked),
  ]);
  const { query, ignored } = readQueue(asked, choices);
  const reader = { me: editor.id, usualDays, now: new Date() };
  const [counts, rows, referred] = await Promise.all([
    countQueue(query, reader),
    listQueue(query, reader),
    findReferred(query.q),
  ]);

  const { total, late } = counts[query.tab];
  const last = Math.ceil(total / queuePageSize);
  const back = writeQueue(query);
  const ticks = rows.some(({ state }) => isAssignable(state));
  const errors = errorsOf(answer);
  const { about, reason } = answer.typed;
  return (
    <EditorPage
      title="Queue"
      section="queue"
      editor={editor}
      failed={errors.length > 0}
      done={answer.done && <Done {...answer} />}
    >
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      {!rows.some(({ id }) => id === about) && <TypedText typed={{ reason }} />}
      {hasPromises(query.tab) && <PromiseLine usualDays={usualDays} late={late} />}
      <QueueTabs query={query} counts={counts} />
      <QueueFilters query={query} choices={choices} />
      <Ignored {...ignored} />
      <section aria-labelledby="part" className="mt-6">
        <h2 id="part" className="sr-only">
          {tabOf(query.tab).label}
        </h2>
        {ticks && <QueueActions back={back} editors={choices.editors} me={editor.id} error={answer.errors["to"]} />}
        {rows.length > 0 && (
          <ol start={(query.page - 1) * queuePageSize + 1} className="[list-style-type:'']">
            {rows.map((row) => (
              <QueueRow key={row.id} row={row} me={editor.id} now={reader.now} ticks={ticks}>
                {isHeld(row.state) && (
                  <HeldForm
                    row={row}
                    back={back}
                    typed={about === row.id ? reason : undefined}
                    error={answer.errors[`reason-${row.id}`]}
                  />
                )}
              </QueueRow>
            ))}
          </ol>
        )}
        <QueueReference referred={referred} rows={rows} />
        {total === 0 && <QueueEmpty query={query} counts={counts} />}
        {total > 0 && rows.length === 0 && (
          <p className="pt-6">
            There is no page {query.page} of this.{" "}
            <a href={paths.queue({ ...query, page: last })}>Go to the last one</a>
          </p>
        )}
        {total > 0 && (
          <p className="no-print pt-6 text-small">
            <a href={paths.queueFile(query)} className="inline-block py-1">
              Download these as CSV
            </a>
          </p>
        )}
        <NumberedPages page={query.page} last={last} to={(page) => paths.queue({ ...query, page })} />
      </section>
    </EditorPage>
  );
}
