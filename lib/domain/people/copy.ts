/** What a copy says of one thing: words for a person, in plain values that any program can read. */
export type Said = string | number | boolean | null | readonly Said[] | { readonly [label: string]: Said };

/** Everything that is held of one kind. */
export interface CopiedKind {
  /** Its row on the page on privacy. */
  key: string;
  items: readonly Readonly<Record<string, Said>>[];
}

/** What is held about whoever has an e-mail address. */
export interface Copy {
  email: string;
  madeAt: Date;
  kinds: readonly CopiedKind[];
}

/** What a copy leaves out, and why, as the copy itself says. */
export const leftOut: readonly { what: string; why: string }[] = [
  { what: "The codes by which we know links and sessions", why: "They open what is yours to whoever reads them" },
  { what: "The key of an authenticator app", why: "It would let whoever reads it in" },
  { what: "The contents of pictures and documents", why: "They are on the pages that your list leads to" },
  { what: "What editors say among themselves", why: "It is theirs; your name in it is listed under mentions" },
  { what: "Counts of searches and of forms sent", why: "Nothing in them says whose they are" },
  {
    what: "Files of case studies that were brought for import",
    why: "They are about many people; those that name you are deleted with everything about you",
  },
];

/** Whether anything is held at all. */
export const holdsAnything = ({ kinds }: Copy): boolean => kinds.some(({ items }) => items.length > 0);
