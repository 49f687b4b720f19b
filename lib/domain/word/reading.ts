import type { Answers } from "../template/answers.ts";

/** What nobody could make an answer of, with the question or the heading it stood under. */
export interface NotUnderstood {
  question: string | null;
  heading: string;
  text: string;
}

/** A picture that was found, and where it is kept. */
export interface KeptPicture {
  /** The question that takes pictures. */
  question: string | null;
  heading: string;
  title: string;
  alt: string;
  credit: string;
  /** Where it stands among the pictures that are kept with the reading. */
  position: number;
  width: number;
  height: number;
}

/** A Word file as it was read for a draft: answers that its questions take, and everything else there was. */
export interface Reading {
  answers: Answers;
  contact: { email: string; name: string; phone: string } | null;
  notUnderstood: NotUnderstood[];
  /** What a person has to look at themselves, by question. */
  mixed: Record<string, string>;
  pictures: KeptPicture[];
}
