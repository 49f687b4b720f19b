import { Notice } from "#components/ui/notice.tsx";
import { paths } from "#lib/http/paths.ts";

interface Props {
  id: string;
  name: string;
  slug: string;
  /** Where its readers are sent. Null where they are told that it is gone. */
  leadsTo: string | null;
}

/** That readers do not find a collection any more, and the button that brings it back. */
export function Retired({ id, name, slug, leadsTo }: Props) {
  return (
    <Notice heading={`${name} is retired`}>
      <p>
        {paths.collection(slug)} {leadsTo ? `leads to ${leadsTo}.` : "says that it is gone."} What it holds is kept.
      </p>
      <form method="post" action={`${paths.editCollection(id)}/bring-back`} className="mt-3">
        <button type="submit" className="button">
          Bring it back
        </button>
      </form>
    </Notice>
  );
}
