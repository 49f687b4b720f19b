/** What was read below a question, before anybody knows which councils or topics there are. */
export type Raw = string | boolean | string[] | Record<string, string>[] | Record<string, string>;

/** Words that no question asked for, with the heading they stood under. */
export interface Leftover {
  heading: string;
  text: string;
}

/** A picture that lay in the document. */
export interface FoundPicture {
  /** The question it stood under, if any, and the heading. */
  question: string | null;
  heading: string;
  title: string;
  alt: string;
  credit: string;
  /** Its bytes, in base 64. */
  bytes: string;
  /** In pixels, once it has been made a WebP. 0 before. */
  width: number;
  height: number;
}

/** A document as it was read, before its words are matched with what the site knows. */
export interface RawReading {
  raw: Record<string, Raw>;
  /** Answers that the document carries exactly as they were, because nobody has changed the words they were shown in. */
  exact: Record<string, unknown>;
  leftovers: Leftover[];
  pictures: FoundPicture[];
  /** How many pictures were left in the file, for want of time or because there were so many. */
  picturesLeft?: number;
  mixed: Record<string, string>;
  title: string;
}
