import { counted, longDate } from "#components/ui/words.ts";
import { isBroken, linkResults, type LinkResult } from "#lib/domain/upkeep/link-results.ts";
import { paths } from "#lib/http/paths.ts";

interface Link {
  caseStudyId: string;
  versionId: string;
  slug: string;
  title: string;
  url: string;
  result: LinkResult;
  status: number | null;
  target: string;
  failures: number;
  failingSince: Date | null;
}

/** The links of one case study that do not work, or have moved. */
export function LinkRows({ links }: { links: readonly Link[] }) {
  const [first] = links;
  if (!first) return null;
  return (
    <li className="border-b border-line py-5">
      <h2 className="!text-body">
        <a href={paths.caseStudy(first.slug)}>{first.title}</a>
      </h2>
      <ul className="mt-2">
        {links.map((link) => (
          <li key={link.url} className="mt-2 max-w-prose">
            <p className="break-words">
              <a href={link.url} rel="noreferrer">
                {link.url}
              </a>
            </p>
            <p className="text-small">
              <Finding {...link} />
            </p>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.reviewNext(first.versionId)} className="mt-3">
        <button type="submit" className="link-button">
          Mend it in the next version<span className="sr-only"> of {first.title}</span>
        </button>
      </form>
    </li>
  );
}

function Finding({ result, status, target, failures, failingSince }: Link) {
  return (
    <>
      <b>{linkResults[result]}</b>
      {status && isBroken(result) && ` (answer ${status})`}
      {failingSince &&
        `, ${failures === 1 ? "for the first time" : `for ${counted(failures, "night", "nights")}`}, since ${longDate(failingSince)}`}
      {target && (
        <>
          {" to "}
          <span className="break-words">{target}</span>
        </>
      )}
    </>
  );
}
