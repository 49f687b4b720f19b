import type { ComponentProps } from "react";
import { inOneLine } from "#lib/domain/search/synonyms.ts";
import { SynonymForm } from "./synonym-form.tsx";

type Props = ComponentProps<typeof SynonymForm> & { set: { id: string; words: readonly string[] } };

/** A set in one line, which unfolds to its form. It stands open where what was typed was refused. */
export function SynonymSet(props: Props) {
  return (
    <li>
      <details open={props.typed !== undefined}>
        <summary className="flex items-baseline justify-between gap-x-6 py-2">
          <span className="min-w-0 break-words">{inOneLine(props.set.words)}</span>
          <span className="text-small text-link underline underline-offset-4">Edit</span>
        </summary>
        <div className="pt-2 pb-6">
          <SynonymForm {...props} />
        </div>
      </details>
    </li>
  );
}
