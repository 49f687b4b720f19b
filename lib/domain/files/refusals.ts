import { kindsFor, kinds, type Accept, type KindName } from "./kinds.ts";

/** Why a file is not taken. */
export type FileRefusal =
  | { because: "empty" | "too-large" | "too-large-within" | "too-many-pixels" | "damaged" | "moving" }
  | {
      because:
        | "macros"
        | "loads-from-elsewhere"
        | "script-within"
        | "holds-files"
        | "password"
        | "not-text"
        | "formulas";
    }
  | { because: "cannot-be-looked-through" }
  | { because: "older-office" | "program" | "infected" | "not-scanned" | "storage" | "busy" }
  /** Its case study is gone, or with somebody else by now. */
  | { because: "not-found" | "not-allowed" }
  | { because: "too-many"; most: number }
  /** What it is instead, as people say it, where that is known. */
  | { because: "not-accepted"; accept: Accept; found?: string | undefined }
  | { because: "other-kind"; found: KindName; claimed: KindName }
  | { because: "elsewhere"; accept: Accept };

export type FileReason = FileRefusal["because"];

const listed = (items: readonly string[]) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(items);
const accepted = (accept: Accept) => listed(kindsFor(accept).map(({ label }) => label));

/** What whoever sent a file is told: what is wrong with it, and what to do. */
export function refusalWords(refusal: FileRefusal): string {
  switch (refusal.because) {
    case "empty":
      return "This file is empty. Open it to see what is in it, save it again and add that.";
    case "too-large":
      return "This file is larger than 10 MB. Make it smaller, or put it on your own website and add a link to it.";
    case "too-large-within":
      return "More is packed into this file than can be looked through. Take out what readers do not need, or save it as PDF, and add that.";
    case "too-many":
      return `There is room for ${refusal.most} files here. Remove one to add another.`;
    case "too-many-pixels":
      return "This picture has more than 50 million pixels. Save a smaller copy, at most 5,000 pixels wide, and add that.";
    case "damaged":
      return "This file cannot be read: it may be damaged. Open it, save it again and add that.";
    case "moving":
      return "This is a moving picture. Save one picture of it as PNG and add that.";
    case "macros":
      return "This file has macros in it. Save a copy without them (DOCX, XLSX or PPTX) and add that.";
    case "loads-from-elsewhere":
      return "This file loads something from another address when it is opened. Put that into the file itself, or save it as PDF and add that.";
    case "script-within":
      return "This PDF has a script in it or starts a program. Print it to a new PDF and add that.";
    case "cannot-be-looked-through":
      return "This PDF is packed in a way that cannot be looked through. Print it to a new PDF and add that.";
    case "holds-files":
      return "This file has other files inside it. Take them out, or print it to a new PDF, and add that.";
    case "password":
      return "This file is protected with a password. Save a copy without one and add that.";
    case "not-text":
      return "This CSV file cannot be read as text. Save it as “CSV UTF-8” and add that.";
    case "formulas":
      return "This CSV file has formulas in it that start programs. Save it with values instead of formulas and add that.";
    case "older-office":
      return "This is an older Word, Excel or PowerPoint file, or one with a password. Save it without a password as DOCX, XLSX or PPTX and add that.";
    case "program":
      return "This is a program, a web page or a folder of files, which cannot be added. Save what readers need as PDF and add that.";
    case "infected":
      return "The virus scanner found something harmful in this file. It was not kept. Have your computer checked before you add another.";
    case "not-scanned":
      return "This file could not be checked for viruses just now, so it was not added. Add it again in a few minutes.";
    case "storage":
      return "There is no room to keep this file just now. Nothing else was lost: add it again later.";
    case "busy":
      return "Too many files are being looked through just now. Add it again in a minute.";
    case "not-found":
    case "not-allowed":
      return "This case study cannot be changed any more, so the file was not added.";
    case "elsewhere":
      return refusal.accept === "images"
        ? "This is a picture. Add it under Images."
        : "This is a document. Add it under Documents.";
    case "other-kind":
      return `This is ${withArticle(kinds[refusal.found].label)} file, but its name ends as one of ${kinds[refusal.claimed].label} does. Change the end of its name to .${kinds[refusal.found].extension} and add it again.`;
    case "not-accepted":
      return notAccepted(refusal.accept, refusal.found);
  }
}

/** Kinds are said by their names or letter by letter: an Excel file, an ODT file. */
const withArticle = (label: string) => `${/^[AEIO]/.test(label) ? "an" : "a"} ${label}`;

/** What whoever lists a file that is not kept any more is told, with everything that was said of it. */
export function goneWords({ title, alt, credit }: { title: string; alt: string; credit: string }): string {
  const said = [title, alt, credit].filter(Boolean).join(", ");
  return `${said || "A file"}: This file was added more than a day ago and never saved, so it is not kept any more. Add it again.`;
}

function notAccepted(accept: Accept, found: string | undefined): string {
  if (accept === "documents")
    return `This kind of file cannot be added here. Save it as ${accepted(accept)} and add that.`;
  if (found === "HEIC") return "This is a HEIC photo. Save it as JPEG and add that.";
  if (found)
    return `This is ${/^[AEFHILMNORSX]/.test(found) ? "an" : "a"} ${found} picture. Save it as PNG or JPEG and add that.`;
  return `This is not a picture that can be added. Save it as ${accepted(accept)} and add that.`;
}
