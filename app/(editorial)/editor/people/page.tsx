import type { ReactNode } from "react";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { ChangeList } from "#components/people/change-list.tsx";
import { ConfirmForm } from "#components/people/confirm-form.tsx";
import { ContributorList } from "#components/people/contributor-list.tsx";
import { InviteForm } from "#components/people/invite-form.tsx";
import { StaffList } from "#components/people/staff-list.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listChanges } from "#lib/data/people/changes.ts";
import { listContributors, listStaff, mostContributors } from "#lib/data/people/staff.ts";
import { mayChangePeople } from "#lib/domain/people/changes.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** Who edits, who speaks for a council, and what was changed about either. */
export default async function PeoplePage({ searchParams }: PageProps<"/editor/people">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const words = readText(asked["q"], 100);
  const [answer, staff, contributors, changes] = await Promise.all([
    findAnswer(paths.people, asked),
    listStaff(words),
    listContributors(words),
    listChanges(),
  ]);
  const changeable = mayChangePeople(editor);
  const errors = errorsOf(answer, ["name", "email", "role", "contributor", "council"]);
  return (
    <EditorPage title="People" section="people" editor={editor} failed={errors.length > 0} done={answer.done}>
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      <Search words={words} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <div>
          <Part id="editors" heading="Editors and administrators">
            <StaffList staff={staff} me={editor.id} changeable={changeable} />
            {changeable ? (
              <details className="mt-4" open={["name", "email", "role"].some((field) => field in answer.errors)}>
                <summary className="py-1 text-link underline underline-offset-4">Invite somebody</summary>
                <div className="mt-4">
                  <InviteForm {...answer} />
                </div>
              </details>
            ) : (
              <p className="mt-4 text-small text-soft">An administrator can change who edits.</p>
            )}
          </Part>
          <Part id="contributors" heading="Who speaks for a council">
            <p className="mb-4 max-w-prose text-small text-soft">
              They can start the next version of what their council has published.
            </p>
            {contributors.length > 0 && <ContributorList contributors={contributors} />}
            {contributors.length === 0 && (
              <p>{words ? "Nobody confirmed has that name, address or council." : "Nobody is confirmed yet."}</p>
            )}
            {contributors.length === mostContributors && (
              <p className="mt-3">These are the first {mostContributors}. Search to find others.</p>
            )}
            <details className="mt-4" open={["contributor", "council"].some((field) => field in answer.errors)}>
              <summary className="py-1 text-link underline underline-offset-4">Confirm somebody for a council</summary>
              <div className="mt-4">
                <ConfirmForm {...answer} />
              </div>
            </details>
          </Part>
        </div>
        <Part id="changes" heading="What changed">
          <ChangeList changes={changes} />
        </Part>
      </div>
    </EditorPage>
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-2 !text-h3">
        {heading}
      </h2>
      {children}
    </section>
  );
}

function Search({ words }: { words: string }) {
  return (
    <form action={paths.people} method="get" role="search" className="no-print max-w-[36rem]">
      <label htmlFor="q" className="mb-1 block text-small font-bold">
        Name, e-mail address or council
      </label>
      <div className="flex">
        <input id="q" name="q" type="search" defaultValue={words} className="field min-w-0 border-r-0" />
        <button type="submit" className="button shrink-0">
          Find
        </button>
      </div>
      {words && (
        <p className="mt-2">
          <a href={paths.people}>Show everybody</a>
        </p>
      )}
    </form>
  );
}
