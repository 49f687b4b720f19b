import { monthNamed } from "#components/ui/words.ts";

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** The way to a text that lives elsewhere. */
export function ReadElsewhere({ url }: { url: string }) {
  return (
    <p className="no-print mt-6">
      <a href={url} className="button">
        <span>
          Read it on <span className="break-all">{hostOf(url)}</span>
        </span>
      </a>
    </p>
  );
}

/** A signpost's text lives elsewhere. */
export function Source({ url, month }: { url: string; month: string | null }) {
  return (
    <section aria-labelledby="source" className="prose">
      <h2 id="source">Published elsewhere</h2>
      <p>
        This is a signpost: the text is published by somebody else, <a href={url}>at {hostOf(url)}</a>.
        {month && ` Published there in ${monthNamed(month)}.`}
      </p>
    </section>
  );
}
