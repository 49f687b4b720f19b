import { randomUUID } from "node:crypto";
import { EmailField } from "#components/form/email-field.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { longestSuggestion } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { stampOf } from "#lib/http/stamp.ts";
import { NotHere } from "../not-here.tsx";

/** Somebody who knows better about a published case study tells the editors. */
export default async function SuggestPage({ params, searchParams }: PageProps<"/case-studies/[slug]/suggest">) {
  const { slug } = await params;
  const found = await findByAddress(slug);
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.suggest(slug));
  if (attempt && (found.kind !== "page" || found.page.withdrawn))
    return <Gone typed={attempt.typed} to={found.kind === "moved" ? found.to : null} />;
  if (found.kind !== "page") return <NotHere found={found} />;
  if (found.page.withdrawn) return <ErrorPage about={404} status={404} />;
  const { title } = found.page.facts;
  if ("sent" in asked) return <Sent title={title} slug={slug} />;

  const key = randomUUID();
  const blank = { text: "", email: "", key, stamp: stampOf(key, new Date()), subject: "" };
  // A form that comes back keeps the time it was first shown, so that putting a slip right is never too quick.
  const typed = { ...blank, ...attempt?.typed } as typeof blank;
  const errors = attempt?.errors ?? {};
  return (
    <PrivatePage title="Suggest a change" caption={title} failed={Boolean(attempt)}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <div className="prose mb-8">
        <p>An editor reads what you write and asks the council where needed. They write to you when it is settled.</p>
        <p>
          Did your council submit it, and has an editor confirmed you for it? Then you can change it yourself from{" "}
          <a href={paths.askForMyCaseStudies}>your case studies</a>.
        </p>
      </div>
      <form method="post" action={`${paths.suggest(slug)}/send`} noValidate>
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="stamp" value={typed.stamp} />
        <Trap name="subject" value={typed.subject} />
        <PrivacyNote about="suggestion" />
        <Field
          id="text"
          label="What should change?"
          help="Say what is wrong or missing now, and how you know."
          error={errors["text"]}
        >
          {(describedBy) => (
            <TextBox
              id="text"
              value={typed.text}
              describedBy={describedBy}
              invalid={Boolean(errors["text"])}
              lines={8}
              max={longestSuggestion}
            />
          )}
        </Field>
        <EmailField label="Your e-mail address" value={typed.email} error={errors["email"]} />
        <button type="submit" id="send" className="button">
          Send to the editors
        </button>
      </form>
    </PrivatePage>
  );
}

function Sent({ title, slug }: { title: string; slug: string }) {
  return (
    <PrivatePage title="The editors have your suggestion" caption={title}>
      <p className="prose">
        They write to you when it is settled. <a href={paths.caseStudy(slug)}>Back to the case study</a>
      </p>
    </PrivatePage>
  );
}

/** It was withdrawn, taken down or moved while somebody typed. */
function Gone({ typed, to }: { typed: Readonly<Record<string, unknown>>; to: string | null }) {
  return (
    <PrivatePage title={to ? "This case study has moved" : "This case study is no longer published"}>
      <p className="prose">Your suggestion was not sent. {to && <a href={to}>Go to where it is now</a>}</p>
      <TypedText typed={{ text: typed["text"] }} />
    </PrivatePage>
  );
}
