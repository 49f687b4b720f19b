import { Notice } from "#components/ui/notice.tsx";
import { longDate, monthOf } from "#components/ui/words.ts";
import type { CaseStudyProps } from "./case-study.tsx";

/** What a reader should know before believing a word: that it was withdrawn, or that nobody has looked at it lately. */
export function Warnings({ withdrawn, overdue, publishedAt, reviewedAt, contact }: CaseStudyProps) {
  if (withdrawn) {
    return (
      <div className="mt-5 mb-4 max-w-lead">
        <Notice heading={`Withdrawn on ${longDate(withdrawn.at)}`} ground="bg-paper">
          <p>{withdrawn.reason}</p>
        </Notice>
      </div>
    );
  }
  if (!overdue) return null;
  const since = reviewedAt ? `Reviewed in ${monthOf(reviewedAt)}` : `Published in ${monthOf(publishedAt)}`;
  return (
    <div className="mt-5 mb-4 max-w-lead">
      <Notice heading={`${since} and due for review`} ground="bg-paper">
        <p>
          Nobody has checked lately whether it is still right.{" "}
          {contact ? "Ask the contact before relying on its figures." : "Check its figures before relying on them."}
        </p>
      </Notice>
    </div>
  );
}
