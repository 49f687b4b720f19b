import { PrivatePage } from "#components/site/private-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import type { Tracked } from "#lib/data/submissions/tracking.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import type { ComponentProps } from "react";
import { WhatChanged } from "./edited-text.tsx";

interface Props {
  tracked: Tracked;
  words: ComponentProps<typeof WhatChanged>;
  /** Of the page that follows it. */
  path: string;
  /** What was typed about an older text, which can be answered no more. */
  comments: unknown;
}

/** What an editor changed in a text that nothing is decided about. There is nothing to agree to yet. */
export function ToldEdits({ tracked: { title, state, draftToken }, words, path, comments }: Props) {
  const inHand = isWithAuthor(state);
  return (
    <PrivatePage title="What an editor changed" caption={title}>
      <div className="prose mb-8">
        <p>
          {inHand
            ? "Below are your words beside what an editor made of them. Change back what is not right, then send it again."
            : "Below are your words beside what an editor made of them. They are in the text that you sent last."}
        </p>
      </div>
      <TypedText typed={{ comments }} />
      <WhatChanged {...words} />
      <p className="mt-10 flex flex-wrap items-center gap-5">
        {inHand && draftToken && (
          <a href={paths.draft(draftToken)} className="button">
            Change it and send it again
          </a>
        )}
        <a href={path}>See where it stands</a>
      </p>
    </PrivatePage>
  );
}
