import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { longDate } from "#components/ui/words.ts";

interface Props {
  /** When other words were published. */
  at: Date;
  /** A link to them, or to what differs. */
  children: ReactNode;
}

/** That a text would take the place of what was published after it had begun. */
export function Overtaken({ at, children }: Props) {
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="Its page has changed since this was begun">
        <p>
          Other words were published on {longDate(at)}. Published as it is, this text takes their place, so see that
          nothing of theirs is lost. {children}
        </p>
      </Notice>
    </div>
  );
}
