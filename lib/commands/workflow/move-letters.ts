import type { Event } from "#prisma/client/client.ts";
import type { Recipient } from "#lib/domain/workflow/moves.ts";

interface Parties {
  authorId: string | null;
  /** Whether it was brought in from a file, so that its author is whoever imported it. */
  imported: boolean;
  assigneeId: string | null;
}

/** The letters a move causes. Nobody is written to about what they did themselves as an editor, or about what they imported. */
export function lettersFor(
  event: Pick<Event, "id" | "kind" | "actorId" | "at">,
  recipient: Recipient,
  { authorId, imported, assigneeId }: Parties,
) {
  const letter = { eventId: event.id, kind: event.kind, queuedAt: event.at };
  switch (recipient) {
    case "nobody":
      return [];
    case "author":
    case "informedAuthor":
      // Accepting and scheduling both write to the author, so whoever can be reopened has been told.
      return authorId && !imported ? [{ ...letter, toId: authorId }] : [];
    case "assignee":
      return assigneeId && assigneeId !== event.actorId ? [{ ...letter, toId: assigneeId }] : [];
    case "editors":
      return [{ ...letter, toId: null }];
  }
}
