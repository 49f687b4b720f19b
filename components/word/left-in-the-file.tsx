import { counted } from "#components/ui/words.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Reading } from "#lib/domain/word/reading.ts";

/** What of the file is not on the page, and what to do about it. */
export function LeftInTheFile({ isCut, picturesLeft = 0 }: Pick<Reading, "isCut" | "picturesLeft">) {
  if (!isCut && !picturesLeft) return null;
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="Not all of the file is here">
        {isCut && <p>It has more words than this page can show. Copy the others from the file itself.</p>}
        {picturesLeft > 0 && (
          <p>
            {counted(picturesLeft, "picture", "pictures")} would have taken too long to read. Add{" "}
            {picturesLeft === 1 ? "it" : "them"} to the form one at a time, or upload a file with only{" "}
            {picturesLeft === 1 ? "that picture" : "those pictures"} in it.
          </p>
        )}
      </Notice>
    </div>
  );
}
