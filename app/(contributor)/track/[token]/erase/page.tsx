import { DraftGone } from "#components/template/draft-gone.tsx";
import { Erasure } from "#components/people/erasure.tsx";
import { findHoldingsIn } from "#lib/data/people/holdings.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { paths } from "#lib/http/paths.ts";

export default async function EraseFromTrackPage({ params }: PageProps<"/track/[token]/erase">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  const holdings = tracked && (await findHoldingsIn(tracked.versionId));
  if (!holdings) return <DraftGone />;
  const action = `${paths.trackErase(token)}/confirm`;
  return <Erasure holdings={holdings} action={action} back={paths.track(token)} proved={false} />;
}
