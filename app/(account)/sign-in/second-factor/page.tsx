import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { readSecondFactor } from "#lib/auth/second-factor.ts";
import { findVisitor } from "#lib/auth/visitor.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { AppSetup } from "./app-setup.tsx";

/** The second step of signing in: a code from an authenticator app, which is set up here the first time. */
export default async function SecondFactorPage({ searchParams }: PageProps<"/sign-in/second-factor">) {
  const visitor = await findVisitor();
  if (!visitor) return <GateSays status={303} location={paths.signIn} store={false} />;
  if (visitor.session.secondFactorAt) return <GateSays status={303} location={paths.queue()} store={false} />;

  const factor = await readSecondFactor(visitor);
  if (factor.stands === "none") return <Begin />;
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), paths.secondFactor);
  const error = attempt?.errors["code"];
  const setUp = factor.stands === "begun";
  return (
    <PrivatePage title={setUp ? "Set up your second step" : "Enter your code"} failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
      {factor.stands === "begun" && <AppSetup uri={factor.uri} />}
      <form method="post" action={`${paths.secondFactor}/check`} noValidate>
        <Field
          id="code"
          label={setUp ? "The code the app shows now" : "The code your authenticator app shows"}
          help={setUp ? "Six digits" : "Six digits. If you have lost the app, enter one of your recovery codes."}
          error={error}
        >
          {(describedBy) => (
            <TextBox
              id="code"
              value=""
              describedBy={describedBy}
              invalid={Boolean(error)}
              autoComplete="one-time-code"
            />
          )}
        </Field>
        <button type="submit" className="button">
          Continue
        </button>
      </form>
      {!setUp && (
        <p className="prose mt-8">
          Have you lost the app and your recovery codes? An administrator can let you set up another under People.
        </p>
      )}
      <NotYou />
    </PrivatePage>
  );
}

/** A way back for whoever is at somebody else's computer. */
function NotYou() {
  return (
    <form method="post" action={paths.signOut} className="mt-6">
      <button type="submit" className="link-button">
        Sign out, or sign in as somebody else
      </button>
    </form>
  );
}

function Begin() {
  return (
    <PrivatePage title="Set up your second step">
      <div className="prose mb-6">
        <p>
          Editors publish in the name of councils, so a link in a mailbox is not enough to be one. The second step is a
          code from an authenticator app on your phone or computer. You set it up once.
        </p>
        <p>Any authenticator app will do. Your organisation may have one that it prefers.</p>
      </div>
      <form method="post" action={`${paths.secondFactor}/begin`}>
        <button type="submit" className="button">
          Set it up
        </button>
      </form>
      <NotYou />
    </PrivatePage>
  );
}
