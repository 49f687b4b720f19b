import { SearchForm } from "#components/listing/search-form.tsx";
import { wordsFor } from "#lib/domain/error-words.ts";
import { placeholders } from "#lib/domain/addresses/page-directive.ts";
import { paths } from "#lib/http/paths.ts";
import { contactEmail } from "#lib/http/site.ts";
import { Page } from "./page.tsx";

interface Props {
  /** What went wrong, as an HTTP status. */
  about: number;
  /** The status to answer with, where the page itself is the answer. */
  status?: 404 | 410;
  /** What it says, if not the usual. */
  text?: string;
}

/** An error as a page of the site. The gate puts the request's own id where the placeholder stands. */
export function ErrorPage({ about, status, text = wordsFor(about).text }: Props) {
  const { title } = wordsFor(about);
  const isMissing = about === 404 || about === 410;
  return (
    <Page title={title} status={status} indexed={false}>
      <div className="band py-12">
        <h1 className="max-w-[20ch]">{title}</h1>
        <p className="mt-6 max-w-prose">{text}</p>
        {isMissing && <SearchForm />}
        <div className="prose mt-6">
          {about === 401 && (
            <p>
              <a href={paths.signIn} target="_blank">
                Sign in (opens in a new window)
              </a>
            </p>
          )}
          {about === 429 && (
            <p>
              If you cannot wait, write to the editors: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
            </p>
          )}
          <p>
            <a href={paths.home}>Home page</a>, <a href={paths.listing()}>all case studies</a>,{" "}
            <a href={paths.topics}>topics</a> or <a href={paths.councils}>councils</a>.
          </p>
          {isMissing && (
            <p>
              If a link on this website led here, <a href={paths.contact}>tell us</a>.
            </p>
          )}
          {about >= 500 && (
            <p className="text-small text-soft">
              If you write to us about it, give this reference: {placeholders.requestId}
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}
