import { Page } from "#components/site/page.tsx";
import { wordsFor } from "#lib/domain/error-words.ts";
import { demonstration } from "#lib/http/demonstration.ts";
import { paths } from "#lib/http/paths.ts";

/** An error as a page of the site. Only the gate asks for it, and puts the request's own id into it. */
export default async function ErrorPage({ params }: PageProps<"/-/errors/[status]">) {
  const status = Number((await params).status);
  const { title, text } = wordsFor(status);
  return (
    <Page title={title} indexed={false} demonstration={demonstration}>
      <div className="band py-12">
        <h1 className="max-w-[20ch]">{title}</h1>
        <div className="prose mt-6">
          <p>{text}</p>
          <p>
            <a href={paths.home}>Home page</a>, <a href={paths.listing()}>all case studies</a> or <a href={paths.topics}>topics</a>.
          </p>
          {status >= 500 && <p className="text-small text-soft">If you write to us about it, give this reference: {"{request-id}"}</p>}
        </div>
      </div>
    </Page>
  );
}
