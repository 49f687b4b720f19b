import { TextPage } from "#components/site/text-page.tsx";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";

export default function PrivacyPage() {
  return (
    <TextPage
      heading="Privacy"
      lead="What we keep about people, why, for how long, and how to have it removed."
      path={paths.privacy}
    >
      <h2>If you read</h2>
      <p>
        Nothing about you is kept. Pages you read set no cookies, load nothing from anybody else and carry no counters.
        What you search for stays in the address of the page; our log does not hold it.
      </p>
      <h2>If you submit a case study</h2>
      <p>
        Your browser keeps one <a href={paths.cookies}>cookie</a>, to find your draft again. We keep your name and work
        e-mail address, to send you what the editors decide and ask. They are never shown. Our lawful basis is public
        task.
      </p>
      <h2>If you are a contact</h2>
      <p>
        A case study shows a team’s mailbox, or a person’s name, e-mail address and telephone number, only if that
        contact agreed to be shown. They appear on that page, and not in lists, feeds or downloads of the whole
        directory.
      </p>
      <h2>How long</h2>
      <p>
        Your details, and those of a contact, are kept with the case study they belong to. Ask us to remove them, or a
        case study that was never published, at any time.
      </p>
      <h2>Your rights</h2>
      <p>
        You may ask what we hold about you, have it corrected or have it removed. Write to{" "}
        <a href={`mailto:${contactEmail}?subject=Privacy`}>{contactEmail}</a>. If you are not satisfied with the answer,
        complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </TextPage>
  );
}
