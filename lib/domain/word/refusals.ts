/** The most bytes of a Word file that is taken, and what may be inside it once unpacked. */
export const wordLimits = {
  bytes: 10_000_000,
  entries: 500,
  unpacked: 40_000_000,
  /** Of one text part, such as the words of the document. */
  text: 20_000_000,
  /** Of a processor. */
  seconds: 10,
  /** Seconds for which reading is waited for, on a machine that has much else to do. */
  patience: 40,
  /** Of what is read of it, in characters: a long book. */
  words: 4_000_000,
} as const;

/** How long what was read of a file is kept, in days. */
export const daysReadingsKept = 14;

const saveAs = "In Word or LibreOffice, choose “Save as”, then “Word document (.docx)”, and upload that file.";

/** Why a file is not read, and what to do about it. */
export const wordRefusals = {
  none: "Choose a Word file",
  empty: `The file is empty. ${saveAs}`,
  tooLarge: "The file must be 10 MB or smaller. Make its pictures smaller, or take them out and add them on the site.",
  rtf: `That is a Rich Text file. ${saveAs}`,
  pdf: "That is a PDF. Upload the Word file it was made from.",
  openDocument: `That is an OpenDocument file. ${saveAs}`,
  oldDoc: `That file is in the format of Word before 2007. ${saveAs}`,
  password: "The file has a password. Take the password off in Word, save it, and upload it again.",
  notWord: `That is not a Word document. ${saveAs}`,
  damaged: `The file is damaged, or was only partly uploaded. Open it in Word. ${saveAs}`,
  macros: `The file has macros in it, which are not taken. ${saveAs}`,
  outside:
    "The file fetches pictures, templates or other parts from somewhere else, which is not allowed. Put the pictures into the document itself, save it, and upload it again.",
  entities: `The file has instructions in it that no Word document needs. ${saveAs}`,
  names: `The file has parts with names that lead out of it. ${saveAs}`,
  tooMuch:
    "The file unpacks to far more than a case study needs. Take out what does not belong to it, save it, and upload it again.",
  tooLong: "Reading the file took too long. Take out large tables, save it, and upload it again.",
  late: "The site is too busy to read the file just now, which is no fault of the file. Upload it again in a minute.",
  busy: "Many Word files are being read just now. Try again in a moment: choose the file once more.",
  failed:
    "The file could not be read just now, which may be no fault of the file. Try again in a moment: upload it once more, or copy its words into the form.",
} as const;

export type WordRefusal = keyof typeof wordRefusals;
