import { PrivatePage } from "#components/site/private-page.tsx";
import { longDate } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  title: string;
  slug: string;
  /** Whether an address was left to answer to. */
  answered: boolean;
  /** The day by which an editor looks at it, as midnight UTC. */
  by: Date;
}

/** Says what happens to a problem that was reported, and by when. */
export function Sent({ title, slug, answered, by }: Props) {
  return (
    <PrivatePage title="The editors have what you wrote" caption={title} section="case-studies">
      <div className="prose">
        <p>
          An editor looks at it by <b>{longDate(by)}</b>. They put right what they can, and ask the council about the
          rest.
        </p>
        <p>
          {answered
            ? "They write to you when it is settled."
            : "You left no e-mail address, so nobody writes to you about it."}
        </p>
        <p>
          <a href={paths.caseStudy(slug)}>Back to the case study</a>
        </p>
      </div>
    </PrivatePage>
  );
}
