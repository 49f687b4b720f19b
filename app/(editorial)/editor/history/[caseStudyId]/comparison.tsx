import { compareWords } from "#components/review/difference/compare-words.ts";
import { Difference } from "#components/review/difference/difference.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { longDate } from "#components/ui/words.ts";
import { findRevision } from "#lib/data/review/revisions.ts";
import { readRevision } from "#lib/domain/history/comparison.ts";

interface Props {
  caseStudyId: string;
  /** Revisions as the address names them. */
  from: string;
  to: string;
}

/** What changed from one revision of a case study to another. */
export async function Comparison({ caseStudyId, from, to }: Props) {
  const [old, fresh] = await Promise.all([findIn(caseStudyId, from), findIn(caseStudyId, to)]);
  if (!old || !fresh) {
    return (
      <Notice heading="That comparison cannot be made">
        <p>One of the two revisions is not of this case study, or is not there any more. Choose two above.</p>
      </Notice>
    );
  }
  return (
    <>
      <p className="mb-3">
        From {named(old)} to {named(fresh)}.
      </p>
      <Difference sections={compareWords(old, fresh)} />
    </>
  );
}

async function findIn(caseStudyId: string, text: string) {
  const name = readRevision(text);
  const revision = name && (await findRevision(name));
  return revision?.caseStudyId === caseStudyId ? revision : null;
}

const named = ({ version, number, at }: { version: number; number: number; at: Date }) =>
  `version ${version}, revision ${number}, of ${longDate(at)}`;
