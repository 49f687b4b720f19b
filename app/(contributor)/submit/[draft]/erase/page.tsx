import { DraftGone } from "#components/template/draft-gone.tsx";
import { Erasure } from "#components/people/erasure.tsx";
import { findHoldingsIn } from "#lib/data/people/holdings.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { paths } from "#lib/http/paths.ts";

export default async function EraseFromDraftPage({ params }: PageProps<"/submit/[draft]/erase">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  const holdings = draft && (await findHoldingsIn(draft.versionId));
  if (!holdings) return <DraftGone />;
  const action = `${paths.draftErase(token)}/confirm`;
  return <Erasure holdings={holdings} action={action} back={paths.draft(token)} proved={false} />;
}
