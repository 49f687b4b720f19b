import type { Queries } from "#lib/data/db.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { getAnswers, type LockedVersion } from "#lib/data/versions.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";

const slugLock = 72707370;

interface Change {
  /** Whether the address follows the title now. The first publication gives one in any case. */
  newAddress: boolean;
  /** Where readers of a page that has gone are sent, if anywhere. */
  redirectTo: string | undefined;
  now: Date;
  /** Brings the listing into step, where that is not to wait until others are as far. */
  project?: (caseStudyId: string) => Promise<void>;
}

/** Brings what the public sees into step with a version's new state. Runs in the transaction of the move. */
export async function showPublished(
  tx: Queries,
  version: LockedVersion,
  { newAddress, redirectTo, now, project }: Change,
) {
  const { slug } = version.caseStudy;
  if (slug) await leadOn(tx, slug, redirectTo, now);
  if (!slug || newAddress) await giveAddress(tx, version, now);
  await (project ?? ((id) => projectCaseStudy(tx, id)))(version.caseStudyId);
}

/** Makes a case study's address from its title. Whatever led to the old one leads to the new one from then on. */
async function giveAddress(tx: Queries, { caseStudyId, caseStudy, ...version }: LockedVersion, now: Date) {
  const wanted = slugOf(await titleOf(tx, version));
  const old = caseStudy.slug;
  if (old === wanted) return;
  const slug = await freeSlug(tx, wanted, old);
  // "night-buses-2" is what "night-buses" was given, as that was taken and is. "budget-2024" is no such address of "budget".
  if (old && numberAfter(wanted, old) < numberAfter(wanted, slug)) return;
  await tx.caseStudy.update({ where: { id: caseStudyId }, data: { slug } });
  if (!old) return;
  const [path, target] = [mailedPaths.caseStudy(old), mailedPaths.caseStudy(slug)];
  await tx.redirect.updateMany({ where: { target: path }, data: { target } });
  // It may have had this address before.
  await tx.redirect.deleteMany({ where: { path: target } });
  await tx.redirect.create({ data: { path, target, at: now } });
}

/** The number that an address has after another, as the one itself was taken. */
const numberAfter = (wanted: string, slug: string) =>
  slug.startsWith(`${wanted}-`) ? Number(slug.slice(wanted.length + 1)) : NaN;

/** Keeps where the readers of a page that has gone are sent. Where an earlier one led counts no longer. */
async function leadOn(tx: Queries, slug: string, target: string | undefined, now: Date) {
  const path = mailedPaths.caseStudy(slug);
  await tx.redirect.deleteMany({ where: { path } });
  if (target) await tx.redirect.create({ data: { path, target, at: now } });
}

async function titleOf(
  tx: Queries,
  version: Pick<LockedVersion, "id" | "latestRevision" | "template">,
): Promise<string> {
  const answers = await getAnswers(tx, version.id, version.latestRevision);
  return factsOf(getTemplate(version.template), answers).title;
}

/** The slug itself, or the first of slug-2, slug-3… that no other case study and no old address of another has. */
async function freeSlug(tx: Queries, wanted: string, old: string | null): Promise<string> {
  // Slugs are given out one at a time, or two publications of one title would both find the same one free.
  await tx.$executeRaw`select pg_advisory_xact_lock(${slugLock})`;
  const caseStudies = await tx.caseStudy.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const redirects = await tx.redirect.findMany({
    where: {
      path: { startsWith: `/case-studies/${wanted}` },
      ...(old && { target: { not: mailedPaths.caseStudy(old) } }),
    },
    select: { path: true },
  });
  const taken = new Set([
    ...caseStudies.map(({ slug }) => slug),
    ...redirects.map(({ path }) => path.split("/").pop()),
  ]);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
