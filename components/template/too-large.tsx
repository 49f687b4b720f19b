import { Notice } from "#components/ui/notice.tsx";

/** For text far beyond what a section can hold: it is not saved, but nothing of it is lost. */
export function TooLarge() {
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="This is not saved yet">
        <p>It is many times longer than it may be. What you typed is below: cut it, then save again.</p>
      </Notice>
    </div>
  );
}
