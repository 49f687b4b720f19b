import { EmailField } from "#components/form/email-field.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { hasProvider } from "#lib/auth/provider.ts";
import { findVisitor } from "#lib/auth/visitor.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { readNext } from "#lib/http/sign-in/next-page.ts";
import { readText } from "#lib/http/read-text.ts";
import { demonstration } from "#lib/http/site.ts";
import { DemonstrationEditors } from "./demonstration-editors.tsx";

/** Editors sign in by a mailed link or with their council's identity provider. It says the same to everybody. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams;
  const next = readNext(readText(asked["next"], 500));
  const visitor = await findVisitor();
  if (visitor)
    return (
      <GateSays
        status={303}
        location={visitor.session.secondFactorAt ? (next ?? paths.queue()) : paths.secondFactor}
        store={false}
      />
    );
  if ("sent" in asked) return <Sent />;

  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.signIn);
  const error = attempt?.errors["email"];
  return (
    <PrivatePage title="Sign in" failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
      {"refused" in asked && <Refused />}
      <p className="prose mb-8">
        For editors. Do you want to see what your council has sent? You need no account:{" "}
        <a href={paths.askForMyCaseStudies}>ask for the link to your case studies</a>.
      </p>
      {demonstration && <DemonstrationEditors next={next} />}
      {hasProvider() && (
        <p className="mb-10">
          <a href={`${paths.signInProvider}${next ? `?next=${encodeURIComponent(next)}` : ""}`} className="button">
            Sign in with your council’s account
          </a>
        </p>
      )}
      <form method="post" action={`${paths.signIn}/send`} noValidate>
        {next && <input type="hidden" name="next" value={next} />}
        <PrivacyNote about="link" />
        <EmailField value={String(attempt?.typed["email"] ?? "")} error={error} />
        <button type="submit" className="button">
          Send me a link
        </button>
      </form>
    </PrivatePage>
  );
}

function Sent() {
  return (
    <PrivatePage title="Look in your mailbox">
      <div className="prose">
        <p>If an editor has that address, a letter with the link is on its way. It works once, for ten minutes.</p>
        <p>
          Nothing there? Look among unwanted mail, or <a href={paths.signIn}>ask again</a>.
        </p>
      </div>
    </PrivatePage>
  );
}

function Refused() {
  return (
    <div className="mb-8">
      <Notice heading="You are not signed in">
        <p>
          Your council’s account is not that of an editor here, or signing in there was broken off. An administrator can
          add you under the address of that account.
        </p>
      </Notice>
    </div>
  );
}
