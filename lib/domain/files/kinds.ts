/** What may be attached to a case study, and how large. */
export const mostBytes = 10 * 1024 * 1024;
export const mostPixels = 50_000_000;
/** As many files as one form may bring. */
export const mostAtOnce = 10;

export type Accept = "images" | "documents";

export interface Kind {
  accept: Accept;
  /** The ending that is kept. */
  extension: string;
  /** Other endings for the same. */
  also?: readonly string[];
  /** What it is served as. */
  type: string;
  /** As people say it. */
  label: string;
}

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** The only list of file types: forms, checks and what is served read it. */
export const kinds = {
  jpeg: { accept: "images", extension: "jpg", also: ["jpeg"], type: "image/jpeg", label: "JPEG" },
  png: { accept: "images", extension: "png", type: "image/png", label: "PNG" },
  webp: { accept: "images", extension: "webp", type: "image/webp", label: "WebP" },
  pdf: { accept: "documents", extension: "pdf", type: "application/pdf", label: "PDF" },
  docx: { accept: "documents", extension: "docx", type: `${office}.wordprocessingml.document`, label: "Word (DOCX)" },
  xlsx: { accept: "documents", extension: "xlsx", type: `${office}.spreadsheetml.sheet`, label: "Excel (XLSX)" },
  pptx: {
    ...{ accept: "documents", extension: "pptx" },
    ...{ type: `${office}.presentationml.presentation`, label: "PowerPoint (PPTX)" },
  },
  csv: { accept: "documents", extension: "csv", type: "text/csv; charset=utf-8", label: "CSV" },
  odt: { accept: "documents", extension: "odt", type: `${open}.text`, label: "ODT" },
  ods: { accept: "documents", extension: "ods", type: `${open}.spreadsheet`, label: "ODS" },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as KindName[];

/** The kinds that a question takes. */
export const kindsFor = (accept: Accept): Kind[] => Object.values(kinds).filter((kind) => kind.accept === accept);

/** The endings of a kind's names, the one that is kept first. */
export const extensionsOf = (kind: Kind): string[] => [kind.extension, ...(kind.also ?? [])];

/** The kind that a name claims by its ending. Null for one that is not on the list. */
export const kindNamed = (extension: string): KindName | null =>
  kindNames.find((name) => extensionsOf(kinds[name]).includes(extension.toLowerCase())) ?? null;

/** The value of a file field's `accept`. */
export const acceptOf = (accept: Accept): string =>
  kindsFor(accept)
    .flatMap(extensionsOf)
    .map((extension) => `.${extension}`)
    .join(",");

/** The widths that pictures are kept in, for browsers to choose from. */
export const widths = [320, 640, 960, 1280] as const;

/** Whether a media type is one that this site keeps: nothing else is ever served. */
export const isKeptType = (type: string): boolean => Object.values(kinds).some((kind) => kind.type === type);
export const isPictureType = (type: string): boolean => kindsFor("images").some((kind) => kind.type === type);
