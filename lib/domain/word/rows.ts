import type { rowTexts } from "../template/answers.ts";

/** Questions that are answered in rows: the parts of a row, and the words above its columns. */
export const columnsOf = {
  measures: { name: "What was measured", before: "Before", after: "After", unit: "Unit" },
  links: { title: "Name", url: "Address" },
  files: { title: "Name", alt: "Description, for people who cannot see it", credit: "Credit" },
} as const satisfies { [Kind in keyof typeof rowTexts]: Record<keyof (typeof rowTexts)[Kind], string> };

/** What stands above the column of the files themselves. */
export const fileColumn = { images: "Picture", documents: "Document" } as const;

/** The lines of a contact. */
export const contactLines = { email: "E-mail", name: "Name", phone: "Telephone" } as const;

/** What stands above a table of questions with short answers. */
export const fieldColumns = { question: "Question", answer: "Answer" } as const;
