import type { Event } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";
import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { moves, type Move, type Recipient } from "#lib/domain/workflow/moves.ts";
import { publishedStates, type State } from "#lib/domain/workflow/states.ts";

interface Parties {
  authorId: string | null;
  /** Whether it was brought in from a file, so that its author is whoever imported it. */
  imported: boolean;
  assigneeId: string | null;
  /** Who sent in what was published before, where an editor wrote this version. */
  formerAuthorId?: string | null;
}

/** The letters a move causes. Nobody is written to about what they did themselves as an editor, or about what they imported. */
export function lettersFor(
  event: Pick<Event, "id" | "kind" | "actorId" | "at">,
  recipient: Recipient,
  { authorId, imported, assigneeId, formerAuthorId = null }: Parties,
) {
  const letter = { eventId: event.id, kind: event.kind, queuedAt: event.at };
  switch (recipient) {
    case "nobody":
      return [];
    case "author":
    case "informedAuthor":
      // Accepting and scheduling both write to the author, so whoever can be reopened has been told.
      return [imported ? null : authorId, formerAuthorId].flatMap((toId) => (toId ? { ...letter, toId } : []));
    case "assignee":
      return assigneeId && assigneeId !== event.actorId ? [{ ...letter, toId: assigneeId }] : [];
    case "editors":
      return [{ ...letter, toId: null }];
  }
}

interface OfCaseStudy {
  caseStudyId: string;
  number: number;
  authorId: string | null;
}

/**
 * Who at a council sent in what was published of a case study before a version that an editor wrote: what becomes of its page is told
 * them as well.
 *
 * @returns null for moves that change nothing for readers, for what a council wrote itself, and where nobody had sent one in
 */
export async function findFormerAuthor(
  tx: Queries,
  { caseStudyId, number, authorId }: OfCaseStudy,
  move: Move,
): Promise<string | null> {
  if (!authorId || !isAboutPage(moves[move].to)) return null;
  const author = await tx.person.findUnique({ where: { id: authorId, role: { in: [...editorRoles] } } });
  if (!author) return null;
  const before = await tx.version.findFirst({
    where: {
      ...{ caseStudyId, number: { lt: number }, imported: false, state: { in: [...publishedStates] } },
      author: { role: "contributor", active: true },
    },
    orderBy: { number: "desc" },
  });
  return before?.authorId ?? null;
}

const isAboutPage = (to: State | "before") => (publishedStates as readonly string[]).includes(to);
