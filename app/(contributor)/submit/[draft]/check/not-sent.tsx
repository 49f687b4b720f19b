import { Notice } from "#components/ui/notice.tsx";
import { timeOf } from "#components/ui/words.ts";

interface Props {
  /** The workflow's refusal, if there was one. What is missing is said by the error summary. */
  because: string | undefined;
  savedAt: Date;
}

/** Why a draft that has everything was not sent all the same. */
export function NotSent({ because, savedAt }: Props) {
  if (because === "stale") {
    return (
      <div className="mb-8 max-w-prose">
        <Notice heading={`It is not sent yet: it was changed somewhere else at ${timeOf(savedAt)}`}>
          <p>Read below what it says now, then send it.</p>
        </Notice>
      </div>
    );
  }
  if (because === "another-open") {
    return (
      <div className="mb-8 max-w-prose">
        <Notice heading="It is not sent yet: another version of this case study is with the editors">
          <p>Send this one when they have decided about the other. It is kept until then.</p>
        </Notice>
      </div>
    );
  }
  return null;
}
