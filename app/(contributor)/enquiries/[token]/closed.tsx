import { PrivatePage } from "#components/site/private-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import type { EnquiryInHand } from "#lib/data/upkeep/enquiries.ts";
import { paths } from "#lib/http/paths.ts";
import { contactEmail } from "#lib/http/site.ts";

interface Props {
  enquiry: EnquiryInHand | null;
  /** What was written and came too late. */
  typed: string;
  /** Whether another answer has just been sent. */
  isLate: boolean;
}

/** For a link that takes no answer: it has had one, or nobody needs one any more, or it opens nothing. */
export function Closed({ enquiry, typed, isLate }: Props) {
  const { title, means } = isLate && enquiry?.standing === "answered" ? answeredBefore : wordsFor(enquiry);
  return (
    <PrivatePage title={title} caption={enquiry?.facts.title ?? ""}>
      <div className="prose">
        <p>{means}</p>
        {enquiry?.slug && (
          <p>
            <a href={paths.caseStudy(enquiry.slug)}>Go to the case study</a>
          </p>
        )}
        {enquiry?.answer === "needsChanges" && (
          <p>
            Has an editor confirmed you for your council? Then you can also change it yourself from{" "}
            <a href={paths.askForMyCaseStudies}>your case studies</a>.
          </p>
        )}
        {(isLate || enquiry?.standing !== "answered") && (
          <p>
            If there is something we should know, write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
          </p>
        )}
      </div>
      <TypedText typed={{ typed }} />
    </PrivatePage>
  );
}

function wordsFor(enquiry: EnquiryInHand | null): { title: string; means: string } {
  switch (enquiry?.standing) {
    case "answered":
      return answered[enquiry.answer || "needsChanges"];
    case "over":
      return {
        title: "You are not asked any more",
        means: "The case study was settled meanwhile. You need do nothing.",
      };
    default:
      return {
        title: "This link cannot be used",
        means: "It may have been cut when it was copied from our e-mail, or a newer e-mail has taken its place.",
      };
  }
}

const answeredBefore = {
  title: "This was answered already",
  means:
    "The first answer stands, so the one you sent now was not kept. A colleague may have answered from the same e-mail.",
};

const answered = {
  stillRight: {
    title: "Thank you: noted as still right",
    means: "Its page says that it was reviewed this month. We ask again in good time before the next review.",
  },
  needsChanges: {
    title: "The editors have your answer",
    means: "They write to you when it is settled.",
  },
  wrongPerson: {
    title: "Thank you for telling us",
    means: "Readers are no longer sent to you, and an editor looks for the right person.",
  },
  told: {
    title: "The editors have what you wrote",
    means: "They write to you when it stands on the page, or say why it does not.",
  },
} as const;
