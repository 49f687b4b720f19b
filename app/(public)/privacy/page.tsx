import { TextPage } from "#components/site/text-page.tsx";
import { counted } from "#components/ui/words.ts";
import { daysKept, daysToConfirm, mostRefusals } from "#lib/domain/alerts/limits.ts";
import { daysAddressKept } from "#lib/domain/suggestion.ts";
import { daysReadingsKept } from "#lib/domain/word/refusals.ts";
import { contactEmail, draftDays } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function PrivacyPage() {
  return (
    <TextPage
      heading="Privacy"
      lead="What we keep about people, why, for how long, and how to have it removed."
      canonical={await wholeAddress(paths.privacy)}
    >
      <h2>If you read</h2>
      <p>Nothing about you is kept. Pages you read set no cookies and load nothing from anybody else.</p>
      <h2>If you search</h2>
      <p>
        We count the words that are looked for and the filters beside them, and whether a result was opened, by the hour
        and without who looked, so that editors can see what is missing. Our log of requests does not hold the words.
        Words that look like an e-mail address or a telephone number are not counted. Counts are deleted after 90 days.
      </p>
      <h2>If you submit a case study</h2>
      <p>
        Your browser keeps one <a href={paths.cookies}>cookie</a>, to find your draft again. We keep your name and work
        e-mail address, to send you what the editors decide and ask. They are never shown. Our lawful basis is public
        task.
      </p>
      <p>
        If you upload a Word file, it is read by this site itself and not kept. What was read of it, with its pictures,
        is deleted {counted(daysReadingsKept, "day", "days")} later, or sooner with your draft.
      </p>
      <p>
        Against abuse we count how often forms are sent from one internet connection and with one e-mail address. The
        counts are kept for little more than a day, under codes that name neither.
      </p>
      <h2>If you suggest a change</h2>
      <p>
        We keep what you write and your work e-mail address, so that an editor can answer you. Both go to the editors by
        letter and are never shown on the site. They are kept with the case study they are about.
      </p>
      <h2>If you report a problem with a page</h2>
      <p>
        We keep what you write with the case study it is about, for editors alone. You need not leave an e-mail address.
        If you do, an editor answers you, and we delete it {counted(daysAddressKept, "day", "days")} after that unless
        we hold something else under it.
      </p>
      <h2>If you are asked to check facts</h2>
      <p>
        An editor gives us your name and e-mail address, so that we can send you the text and they can see your answer.
        Both are kept with that case study, for editors alone. If you ask us to remove you, your answer goes too.
      </p>
      <h2>If you ask for an alert</h2>
      <p>
        We keep your e-mail address, which list you want to hear of and how often, to write to you about it and for
        nothing else. It is never shown, to editors neither, and our lawful basis is your consent: no letter but the
        first comes before you confirm it, and every letter has a link that takes it back at once. What nobody confirms
        is deleted after {counted(daysToConfirm, "day", "days")}; our letters about an alert after{" "}
        {counted(daysKept, "day", "days")}; the alert itself when you stop it, or when your mailbox refuses{" "}
        {mostRefusals} letters in a row. Your address goes with your last alert if we hold nothing else under it.
      </p>
      <h2>If you edit</h2>
      <p>
        We keep your name, your work e-mail address, what you did to which case study and when, which texts you had open
        last, and a key shared with your authenticator app. Other editors see all but the last. If you sign in with your
        council’s account, we keep the number it knows you by. We keep neither the address of your computer nor the name
        of your browser.
      </p>
      <h2>If you are a contact</h2>
      <p>
        A case study shows a team’s mailbox, or a person’s name, e-mail address and telephone number, only if that
        contact agreed to be shown. They appear on that page, and not in lists, feeds or downloads of the whole
        directory. We write to the contact before each review, and one and three years after publication, to ask whether
        it is still right and what happened next. Where our letters come back or nobody answers, the contact leaves the
        page.
      </p>
      <h2>How long</h2>
      <p>
        A draft that nobody touches for {counted(draftDays, "day", "days")} is deleted, with its files and with your
        address if we hold nothing else under it. We write to you before that. Everything else is kept with the case
        study it belongs to, until you delete it.
      </p>
      <h2>Deleting everything about you</h2>
      <p>
        The page of your draft, and the page that shows how your submission is getting on, each have a link{" "}
        <b>Delete everything about me</b>. It shows what would go before anything does. If there is more than that one
        case study, we send a link to your address first, so that nobody else can do it for you.
      </p>
      <ul>
        <li>
          What was never accepted or published is deleted whole: words, files, comments and history, and our letters to
          you.
        </li>
        <li>
          What was accepted or published is the council’s record and stays, without your name and address: nothing says
          any longer who wrote it, sent it or commented on it. If you were its contact, your details leave its page at
          the same moment.
        </li>
        <li>Where its words name you, an editor is told to look at them. Ask us if you want to know what they did.</li>
        <li>Editors’ own details are deleted by an administrator.</li>
      </ul>
      <h2>Your rights</h2>
      <p>
        You may ask what we hold about you, have it corrected or have it removed. Write to{" "}
        <a href={`mailto:${contactEmail}?subject=Privacy`}>{contactEmail}</a>. If you are not satisfied with the answer,
        complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </TextPage>
  );
}
