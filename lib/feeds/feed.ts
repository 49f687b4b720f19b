/** One entry of a feed, in whatever format. Every address is absolute. */
export interface FeedEntry {
  /** Never changes, also when the address does. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole text. Its addresses are absolute too. */
  html: string;
  author: string;
  categories: { scheme: string; term: string; label: string }[];
  /** Where a signpost's text lives. */
  source: string | null;
  picture: string;
  published: Date;
  /** When its present words were published. */
  updated: Date;
}

/** One document of a feed. Every address is absolute. */
export interface Feed {
  /** The same in all documents of one feed. */
  id: string;
  title: string;
  /** The page with the same list. */
  home: string;
  self: string;
  icon: string;
  /** Where its other documents are, by relation (RFC 5005). */
  links: FeedLinks;
  /** Whether this is an archive: a document whose entries stay. */
  archive: boolean;
  entries: FeedEntry[];
}

export type FeedLinks = Partial<
  Record<"current" | "prev-archive" | "next-archive" | "first" | "previous" | "next" | "last", string>
>;

/** An archive without entries still has to say when it changed, and it never did. */
const never = new Date(0);

/** When a feed changed: with its newest entry. A rebuild or a new release changes nothing. */
export const updatedOf = ({ entries }: Feed): Date =>
  entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), never);
