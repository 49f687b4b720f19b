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
  /** The file it became when it was taken. */
  attachment: string | null;
}

/** A Word file as it was read for a draft: answers that its questions take, and everything else there was. */
export interface Reading {
  answers: Answers;
  contact: { email: string; name: string; phone: string } | null;
  notUnderstood: NotUnderstood[];
  /** What a person has to look at themselves, by question. */
  mixed: Record<string, string>;
  pictures: KeptPicture[];
  /** Whether there was more that nobody understood than is kept. Readings of before do not say. */
  isCut?: boolean;
  /** How many pictures were left in the file. */
  picturesLeft?: number;
}

/** One page shows it, and somebody is to look through it: ten thousand words, in so many places. */
const most = { characters: 60_000, places: 100, heading: 120 };

/** As much as one page can show of what nobody understood, and whether that is less than there is. */
export function shownOf(all: readonly NotUnderstood[]): { notUnderstood: NotUnderstood[]; isCut: boolean } {
  let left = most.characters;
  const notUnderstood: NotUnderstood[] = [];
  for (const one of all.slice(0, most.places)) {
    if (left <= 0) break;
    const text = cut(one.text, left);
    left -= text.length;
    notUnderstood.push({ ...one, heading: cut(one.heading, most.heading), text });
  }
  const isCut = all.length > notUnderstood.length || all.some(({ text }, at) => notUnderstood[at]?.text !== text);
  return { notUnderstood, isCut };
}

/** The beginning of a text, not ending in half a character. */
const cut = (text: string, length: number) => text.slice(0, length).toWellFormed();
