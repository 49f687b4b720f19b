import { Notice } from "#components/ui/notice.tsx";
import { longDate } from "#components/ui/words.ts";

interface Props {
  /** When other words were published. */
  at: Date;
  /** Where they can be read, or what differs. */
  see: string;
}

/** That a text would take back what was published after it had begun. */
export function Overtaken({ at, see }: Props) {
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="Its page has changed since this was begun">
        <p>
          Other words were published on {longDate(at)}, and are not in this text. Published as it is, it takes their
          place. <a href={see}>See what is published now</a>
        </p>
      </Notice>
    </div>
  );
}
