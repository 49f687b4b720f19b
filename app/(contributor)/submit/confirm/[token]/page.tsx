import { PrivatePage } from "#components/site/private-page.tsx";
import { findConfirmation } from "#lib/data/submissions/tracking.ts";
import { paths } from "#lib/http/paths.ts";

/** A button spends the link: programs that scan mail press every link they find, but no button. */
export default async function ConfirmPage({ params }: PageProps<"/submit/confirm/[token]">) {
  const token = (await params).token;
  const found = await findConfirmation(token);
  if (!found) {
    return (
      <PrivatePage title="This link cannot be used">
        <p className="prose">
          It has expired or a newer one was sent. Open the newest e-mail from us, or{" "}
          <a href={paths.askForMyCaseStudies}>have your links sent to you</a>.
        </p>
      </PrivatePage>
    );
  }
  return (
    <PrivatePage
      title={found.used ? "Your e-mail address is confirmed" : "Confirm your e-mail address"}
      caption={found.title}
    >
      {found.used ? (
        <p>
          <a href={paths.track(found.trackToken)}>Follow your submission</a>
        </p>
      ) : (
        <form method="post" action={`${paths.confirmEmail(token)}/spend`}>
          <p className="prose mb-6">Then your case study goes to the editors.</p>
          <button type="submit" className="button">
            Confirm and send
          </button>
        </form>
      )}
    </PrivatePage>
  );
}
