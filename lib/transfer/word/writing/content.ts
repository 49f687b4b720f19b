import type { Answers } from "#lib/domain/template/answers.ts";
import type { Template } from "#lib/domain/template/questions.ts";

/** Something that answers hold the id of. */
export interface Named {
  id: string;
  name: string;
  /** False for what may stand there and is not to be chosen any more. */
  offered?: boolean;
}

/** A file that answers name. */
export interface ShownFile {
  name: string;
  /** Where it can be had. Null while only its author may see it. */
  address: string | null;
  picture: ShownPicture | null;
}

export interface ShownPicture {
  type: "png" | "jpg";
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** What a Word document is made of. */
export interface WordContent {
  template: Template;
  answers: Answers;
  /** A form shows every question with what to write there; a paper shows what was answered. */
  as: "form" | "paper";
  title: string;
  /** Who publishes it, for the document's properties. */
  publisher: string;
  /** Lines below the title, such as where it can be read. */
  lines: readonly string[];
  /** What a reader has to know first, such as why it was withdrawn. */
  notices: readonly { heading: string; text: string }[];
  names: { topics: readonly Named[]; supportTypes: readonly Named[]; councils: readonly Named[] };
  contact: { name: string; email: string; phone: string } | null;
  files: ReadonlyMap<string, ShownFile>;
}
