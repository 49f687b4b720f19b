import { GapLinks } from "#components/form/gap-links.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface Props {
  /** The sections that something was put into. */
  filled: readonly string[];
  /** What is still to be done before it can be sent, and where. */
  missing: readonly { message: string; path: string }[];
}

/** What came of a Word file: where it went, and what it did not have. */
export function FilledNotice({ filled, missing }: Props) {
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  return (
    <Notice heading="Your draft was filled from the Word file">
      <p>Put into: {list.format(filled)}.</p>
      {missing.length > 0 && (
        <>
          <p className="mt-2">Still to do before you can send it:</p>
          <GapLinks gaps={missing} />
        </>
      )}
    </Notice>
  );
}
