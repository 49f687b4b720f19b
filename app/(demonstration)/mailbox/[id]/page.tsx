import { ErrorPage } from "#components/site/error-page.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { openLetter } from "#lib/commands/letters/open-letter.ts";
import { paths } from "#lib/http/paths.ts";
import { MailTime } from "../time.tsx";

/** One letter of the demonstration, as its reader would have it, with its link to follow. */
export default async function LetterPage({ params }: PageProps<"/mailbox/[id]">) {
  const letter = await openLetter((await params).id);
  if (!letter) return <ErrorPage about={404} status={404} />;
  const lead = (
    <>
      To {letter.to}, <MailTime at={letter.at} />
    </>
  );
  return (
    <Page title={letter.subject} indexed={false} store={false}>
      <Intro heading={letter.subject} lead={lead} trail={[{ name: "Mailbox", path: paths.mailbox }]} />
      <div className="band pt-8">
        <div className="max-w-prose whitespace-pre-wrap">{withLinks(letter.text)}</div>
      </div>
    </Page>
  );
}

/** Only a line that is nothing but an address is a link, as the letters write theirs. */
function withLinks(text: string) {
  const parts = text.split(/^(https?:\/\/\S+)$/m);
  return parts.map((part, index) =>
    index % 2 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
