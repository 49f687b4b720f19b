import { db } from "#lib/data/db.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { lengthOf, tidy } from "#lib/domain/template/text.ts";
import { longestComment } from "#lib/domain/workflow/comments.ts";
import { mayComment, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  versionId: string;
  /** Key of the section it stands beside. */
  section: string;
  text: string;
  /** Whether the council sees it; otherwise only editors do. */
  toCouncil: boolean;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Puts an editor's comment beside a section of what they are reviewing. The same form sent again writes it once. */
export async function writeComment({ versionId, section, text, toCouncil, actor, now = new Date() }: Request) {
  if (!tidy(text)) return refuse("text-missing");
  if (lengthOf(tidy(text)) > longestComment) return refuse("too-long");
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayComment(version.state, actor)) return refuse("not-allowed");
    if (!getTemplate(version.template).sections.some(({ key }) => key === section)) return refuse("not-found");
    const said = {
      versionId,
      revision: version.latestRevision,
      section,
      text: tidy(text),
      toCouncil,
      writerId: actor.id,
    };
    const there = await tx.comment.findFirst({ where: said });
    const { id } = there ?? (await tx.comment.create({ data: { ...said, at: now } }));
    return ok({ id });
  });
}
