import { CopiedKinds } from "#components/privacy/copied-kinds.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { longDate } from "#components/ui/words.ts";
import { findCopy } from "#lib/data/people/copy/copy.ts";
import { leftOut } from "#lib/domain/people/copy.ts";
import { paths } from "#lib/http/paths.ts";

/** Everything that is held about whoever has the link to their own list, to read and to keep. */
export default async function CopyPage({ params }: PageProps<"/my-case-studies/[token]/copy">) {
  const token = (await params).token;
  const copy = await findCopy(token);
  if (!copy) {
    return (
      <PrivatePage title="This link cannot be used">
        <p className="prose">
          It works for a week. <a href={paths.askForMyCaseStudies}>Have a new one sent to you</a>
        </p>
      </PrivatePage>
    );
  }
  return (
    <PrivatePage title="What we hold about you" caption={copy.email}>
      <div className="prose mb-8">
        <p>
          All of it, on {longDate(copy.madeAt)}.{" "}
          <a href={paths.copyAsJson(token)}>Get it as a file for other programs</a> (JSON), or print this page.
        </p>
        <p>
          Is something wrong, or do you want it gone? <a href={paths.erase(token)}>Delete everything about me</a>, or
          see <a href={`${paths.privacy}#your-rights`}>your rights</a>.
        </p>
      </div>
      <CopiedKinds kinds={copy.kinds} />
      <section className="prose" aria-labelledby="left-out">
        <h2 id="left-out" className="!text-h3">
          What is not in it
        </h2>
        <ul>
          {leftOut.map(({ what, why }) => (
            <li key={what}>
              {what}. {why}.
            </li>
          ))}
        </ul>
      </section>
    </PrivatePage>
  );
}
