import { KeptTable } from "#components/privacy/kept-table.tsx";
import { TextPage } from "#components/site/text-page.tsx";
import { keptAboutPeople } from "#lib/domain/people/kept.ts";
import { counted } from "#components/ui/words.ts";
import { backupDays, contactEmail, draftDays } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function PrivacyPage() {
  return (
    <TextPage
      heading="Privacy"
      lead="What we keep about people, why, for how long, and how to have a copy of it or have it removed."
      canonical={await wholeAddress(paths.privacy)}
    >
      <h2>If you only read</h2>
      <p>
        Nothing about you is kept. Pages you read set no <a href={paths.cookies}>cookies</a> and load nothing from
        anybody else. Words that look like an e-mail address or a telephone number are not counted when you search, and
        our log of requests does not hold the words.
      </p>
      <h2>What we keep</h2>
      <p>
        Our lawful basis is public task, but for alerts, where it is your consent. Nobody outside this directory is
        given any of it. No name and no address of anybody stands in our logs.
      </p>
      <KeptTable rows={keptAboutPeople(draftDays)} />
      <p>
        A contact’s details appear on the page of the case study, and not in lists, feeds or downloads of the whole
        directory. We write to the contact before each review, and one and three years after publication. We keep
        neither the address of an editor’s computer nor the name of their browser.
      </p>
      <p>
        Backups are kept for at most {counted(backupDays, "day", "days")}. Where one is put back, whoever was deleted
        since is deleted again.
      </p>
      <h2 id="copy">A copy of everything about you</h2>
      <p>
        <a href={paths.askForMyCaseStudies}>Have the link to your list sent to you</a>. The page it opens has a link{" "}
        <b>Get a copy of what we hold about you</b>. If you are a contact, or were asked to check facts, and have sent
        nothing here, write to us instead.
      </p>
      <h2 id="deleting">Deleting everything about you</h2>
      <p>
        The same page, the page of your draft, and the page that shows how your submission is getting on, each have a
        link <b>Delete everything about me</b>. It shows what would go before anything does. If there is more than that
        one case study, we send a link to your address first, so that nobody else can do it for you.
      </p>
      <ul>
        <li>
          What was never accepted or published is deleted whole: words, files, comments and history, and our e-mails to
          you.
        </li>
        <li>
          What was accepted or published is the council’s record and stays, without your name and address: nothing says
          any longer who wrote it, sent it or commented on it. If you were its contact, your details leave its page at
          the same moment.
        </li>
        <li>Where its words name you, an editor is told to look at them. Ask us if you want to know what they did.</li>
        <li>Editors’ own details are deleted by an administrator, once they edit no longer.</li>
      </ul>
      <h2 id="your-rights">Your rights</h2>
      <p>
        You may ask what we hold about you, have it corrected or removed, object to our keeping it, and take back your
        consent to an alert at any time. Write to <a href={`mailto:${contactEmail}?subject=Privacy`}>{contactEmail}</a>.
        If you are not satisfied with the answer, complain to the{" "}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </TextPage>
  );
}
