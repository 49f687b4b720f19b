import { wordsFor } from "#lib/domain/error-words.ts";
import { paths } from "#lib/http/paths.ts";
import { Page } from "./page.tsx";

interface Props {
  /** What went wrong, as an HTTP status. */
  about: number;
  /** The status to answer with, where the page itself is the answer. */
  status?: 404 | 410;
}

/** An error as a page of the site. The gate puts the request's own id where the placeholder stands. */
export function ErrorPage({ about, status }: Props) {
  const { title, text } = wordsFor(about);
  return (
    <Page title={title} status={status} indexed={false}>
      <div className="band py-12">
        <h1 className="max-w-[20ch]">{title}</h1>
        <div className="prose mt-6">
          <p>{text}</p>
          <p>
            <a href={paths.home}>Home page</a>, <a href={paths.listing()}>all case studies</a> or{" "}
            <a href={paths.topics}>topics</a>.
          </p>
          {about >= 500 && (
            <p className="text-small text-soft">If you write to us about it, give this reference: {"{request-id}"}</p>
          )}
        </div>
      </div>
    </Page>
  );
}
