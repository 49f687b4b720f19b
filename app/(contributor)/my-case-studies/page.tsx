import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EmailField } from "#components/form/email-field.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** Asks for the link to one's own list. It says the same to everybody. */
export default async function AskForMinePage({ searchParams }: PageProps<"/my-case-studies">) {
  const asked = await searchParams;
  if ("sent" in asked) return <Sent />;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.askForMyCaseStudies);
  const error = attempt?.errors["email"];
  return (
    <PrivatePage title="Your case studies" failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
      <p className="prose mb-8">
        Your drafts, what you have sent, what is published and your alerts, on one page, with a copy of all that we hold
        about you. We send its address to you; you need no account.
      </p>
      <PrivacyNote about="link" />
      <form method="post" action={`${paths.askForMyCaseStudies}/send`} noValidate>
        <EmailField value={String(attempt?.typed["email"] ?? "")} error={error} />
        <button type="submit" className="button">
          Send me the link
        </button>
      </form>
    </PrivatePage>
  );
}

function Sent() {
  return (
    <PrivatePage title="Look in your mailbox">
      <div className="prose">
        <p>
          If that address has a case study or an alert here, an e-mail with the link is on its way. It works for a week.
        </p>
        <p>
          Nothing there after ten minutes? Look among unwanted mail, or{" "}
          <a href={paths.askForMyCaseStudies}>try the other address you may have used</a>. If that does not help, write
          to <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
        </p>
      </div>
    </PrivatePage>
  );
}
