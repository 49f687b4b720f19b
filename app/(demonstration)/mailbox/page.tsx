import { ErrorPage } from "#components/site/error-page.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { listMailbox } from "#lib/commands/letters/list-mailbox.ts";
import { paths } from "#lib/http/paths.ts";
import { MailTime } from "./time.tsx";

const lead = "No mail leaves the demonstration. Every letter it would have sent is here, newest first.";

/** The demonstration's letters. Nowhere else does this address exist. */
export default async function MailboxPage() {
  const letters = await listMailbox();
  if (!letters) return <ErrorPage about={404} status={404} />;
  return (
    <Page title="Mailbox" indexed={false} store={false}>
      <Intro heading="Mailbox" lead={lead} />
      <div className="band pt-8">
        {letters.length === 0 && <p>There are no letters yet.</p>}
        <ul className="[&_h2]:!text-h4 [&_p]:text-small [&_p]:text-soft [&>li]:border-b [&>li]:border-line [&>li]:py-3">
          {letters.map(({ id, to, subject, at }) => (
            <li key={id}>
              <h2>
                <a href={paths.letter(id)}>{subject}</a>
              </h2>
              <p>
                To {to}, <MailTime at={at} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
