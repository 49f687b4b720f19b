import { randomUUID } from "node:crypto";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { CouncilField } from "#components/template/fields/council-field.tsx";
import { Status } from "#components/ui/status.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { stampOf } from "#lib/http/stamp.ts";

/** The first two answers. They make a draft; nothing else is asked for yet. */
export default async function StartPage({ searchParams }: PageProps<"/submit/start">) {
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.startDraft);
  const key = randomUUID();
  const blank = { title: "", council: "", key, stamp: stampOf(key, new Date()), subject: "" };
  // A form that comes back keeps the time it was first shown, so that putting a slip right is never too quick.
  const typed = { ...blank, ...attempt?.typed } as typeof blank;
  const errors = attempt?.errors ?? {};
  const councils = await listCouncilNames();

  return (
    <PrivatePage title="Start a case study" failed={Boolean(attempt)}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {"deleted" in asked && <Status className="mb-6 max-w-prose font-bold">The draft is deleted.</Status>}
      {"none" in asked && (
        <div className="mb-8 max-w-prose">
          <Notice heading="No draft was found in this browser">
            <p>
              Open the link in our e-mail, or <a href={paths.askForMyCaseStudies}>have it sent again</a>. To begin a new
              one, go on here.
            </p>
          </Notice>
        </div>
      )}
      <form method="post" action={`${paths.startDraft}/save`} noValidate>
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="stamp" value={typed.stamp} />
        <Trap name="subject" value={typed.subject} />
        <Field
          id="title"
          label="What did you do?"
          help="A working title. You can change it at any time."
          error={errors["title"]}
        >
          {(describedBy) => (
            <TextBox
              id="title"
              value={typed.title}
              describedBy={describedBy}
              invalid={Boolean(errors["title"])}
              max={100}
            />
          )}
        </Field>
        <CouncilField
          frame={{ id: "council", label: "Lead council", help: "Begin to type its name.", error: errors["council"] }}
          name="council"
          ids={typed.council ? [typed.council] : []}
          councils={councils}
        />
        <button type="submit" id="start" className="button">
          Start
        </button>
      </form>
    </PrivatePage>
  );
}
