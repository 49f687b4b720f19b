import { Notice } from "#components/ui/notice.tsx";
import { counted, listed } from "#components/ui/words.ts";
import type { Ignored as IgnoredParameters } from "#lib/domain/listing/read.ts";

/** Says which parts of the address could not be used. Repeats only names that are ours. */
export function Ignored({ names, others }: IgnoredParameters) {
  if (!names.length && !others) return null;
  const unknown = names.length
    ? counted(others, "other", "others")
    : counted(others, "part we do not know", "parts we do not know");
  const what = [...names.map((name) => `“${name}”`), ...(others ? [unknown] : [])];
  return (
    <div className="pt-4">
      <Notice heading="Part of this address could not be used">
        <p>The list below leaves out {listed(what)}. Everything else in the address counts.</p>
      </Notice>
    </div>
  );
}
