import { longDate } from "#components/ui/words.ts";
import { doubts, type Doubt } from "#lib/domain/upkeep/doubts.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  contact: {
    versionId: string;
    slug: string;
    title: string;
    name: string;
    email: string;
    doubt: Doubt;
    doubtedAt: Date;
    hiddenAt: Date | null;
    /** From which day readers are no longer shown it. */
    hidingOn: Date;
  };
}

/** A contact at whom nobody may be any more, and what can be done about it. */
export function ContactRow({ contact }: Props) {
  const { versionId, slug, title, name, email, doubt, doubtedAt, hiddenAt, hidingOn } = contact;
  return (
    <li className="border-b border-line py-5">
      <h2 className="!text-body">
        <a href={paths.caseStudy(slug)}>{title}</a>
      </h2>
      <p>
        {name && `${name}, `}
        <a href={`mailto:${email}`} className="break-words">
          {email}
        </a>
      </p>
      <p className="max-w-prose">
        <b>{doubts[doubt]}</b> on {longDate(doubtedAt)}.{" "}
        {hiddenAt
          ? `Readers have not been shown it since ${longDate(hiddenAt)}.`
          : `Readers are shown it until ${longDate(hidingOn)}.`}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-3">
        <form method="post" action={`${paths.upkeep()}/show`}>
          <input type="hidden" name="version" value={versionId} />
          <button type="submit" className="link-button">
            It is right after all
            <span className="sr-only">
              : show {email} on {title}
            </span>
          </button>
        </form>
        <form method="post" action={paths.reviewNext(versionId)}>
          <button type="submit" className="link-button">
            Name another contact<span className="sr-only"> for {title}, in its next version</span>
          </button>
        </form>
      </div>
    </li>
  );
}
