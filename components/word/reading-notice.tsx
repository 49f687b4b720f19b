import { Notice } from "#components/ui/notice.tsx";

interface Props {
  /** Which limit kept anything from being taken. */
  limit: string | undefined;
  /** Whether the draft has changed since the file was read. */
  changed: boolean;
}

/** What has to be known before anything is chosen of a file. */
export function ReadingNotice({ limit, changed }: Props) {
  if (!limit && !changed) return null;
  return (
    <div className="mb-8 max-w-prose">
      {limit ? (
        <Notice heading="Nothing was put into your draft just now">
          <p>{limit} What you chose is still chosen below.</p>
        </Notice>
      ) : (
        <Notice heading="Your draft has changed since the file was read">
          <p>What is in the form now is shown below. Choose again what to take of the file.</p>
        </Notice>
      )}
    </div>
  );
}
