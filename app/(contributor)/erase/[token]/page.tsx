import { PrivatePage } from "#components/site/private-page.tsx";
import { Erasure } from "#components/people/erasure.tsx";
import { findHoldings } from "#lib/data/people/holdings.ts";
import { paths } from "#lib/http/paths.ts";

/** For whoever opens our letter, and so has proved whose address it is. */
export default async function ErasePage({ params }: PageProps<"/erase/[token]">) {
  const token = (await params).token;
  const holdings = await findHoldings(token);
  if (!holdings) {
    return (
      <PrivatePage title="This link cannot be used">
        <p className="prose">
          It has expired, or everything about you is deleted already. If not, ask again from the page of your case
          study.
        </p>
      </PrivatePage>
    );
  }
  return <Erasure holdings={holdings} action={`${paths.erase(token)}/confirm`} back={paths.home} proved />;
}
