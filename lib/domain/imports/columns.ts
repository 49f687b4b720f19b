import type { Question, Template } from "../template/questions.ts";
import { current, getTemplate, kindOf, questionsOf } from "../template/templates.ts";

/** What a column brings that is no answer to a question. */
export const ownColumns = {
  kind: "“case study” or “signpost”. Where it is empty, a row with a source is a signpost.",
  reference: "What the row is called where it comes from, such as a number. It never changes. Needed, or a source.",
  lead: "The topic or support type whose “View all” link its card has. Read when a row is new.",
  contactName: "Name of the team to ask.",
  contactEmail: "Its e-mail address.",
  contactPhone: "Its telephone number.",
} as const;
export type OwnColumn = keyof typeof ownColumns;

/** A column that is read: it answers a question, by its key in each template that asks it, or is one of our own. */
export interface Column {
  name: string;
  own: OwnColumn | null;
  questions: ReadonlyMap<string, Question>;
}

/** Other names for the reference, the surest first: the first of them that a file has is read. */
const references = ["reference", "id", "slug", "address", "url"];

const addresses = ["address", "url"];

/** What our own files have and no file can bring. */
const madeHere = [
  ...["councilSlug", "councilType", "region", "collections", "publishedAt", "updatedAt", "changedAt"],
  ...["reviewedAt", "reviewBy", "followUps"],
  ...["overdue", "licence", "template", "Published by", "First published", "Last changed"],
];

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

const importedTemplates = (): Template[] => [getTemplate(current.caseStudy), getTemplate(current.signpost)];

/** Whether a question can be answered in a table. Files are added on the site, and declarations are made there or by whoever imports. */
const isInTables = ({ kind, fact }: Question) =>
  kind !== "files" && kind !== "contact" && (kind !== "declaration" || fact === "contactConsent");

/** Every column there is, in the order of the templates. Questions that feed one fact share theirs. */
export function listColumns(templates: readonly Template[] = importedTemplates()): Column[] {
  const columns = new Map<string, { name: string; own: null; questions: Map<string, Question> }>();
  for (const template of templates)
    for (const question of questionsOf(template).filter(isInTables)) {
      const fact = question.fact ? `fact ${question.fact}` : question.key;
      const column = columns.get(fact) ?? { name: question.key, own: null, questions: new Map() };
      column.questions.set(template.key, question);
      columns.set(fact, column);
    }
  const own = (Object.keys(ownColumns) as OwnColumn[]).map((name) => ({ name, own: name, questions: new Map() }));
  return [...own.slice(0, 2), ...columns.values(), ...own.slice(2)];
}

/** What the head of a table says: which place is which column. */
export interface Head {
  /** In the order of the file; null for what is not read. */
  columns: readonly (Column | null)[];
  /** The place of the address that a case study has where it comes from, which tells one of ours. */
  address: number | null;
  /** Names that nothing is known by, and those of what only this site can say. */
  unknown: readonly string[];
  ignored: readonly string[];
  /** A name of each column that stands there twice. */
  twice: readonly string[];
}

/** Reads the head of a table: keys, labels and facts, in any case, with or without spaces. */
export function readHead(names: readonly string[], columns: readonly Column[] = listColumns()): Head {
  const known = new Map(columns.flatMap((column) => namesOf(column).map((name) => [plain(name), column] as const)));
  const chosen = references.find((one) => names.some((name) => plain(name) === one));
  const made = new Set(madeHere.map(plain));
  const address = names.findIndex((name) => addresses.includes(plain(name)));
  const read = names.map((name) => {
    const bare = plain(name);
    if (references.includes(bare)) return bare === chosen ? (known.get("reference") ?? null) : null;
    return known.get(bare) ?? null;
  });
  const seen = new Set<Column>();
  const twice = read.flatMap((column, index) => {
    if (column && seen.has(column)) return [names[index] ?? ""];
    if (column) seen.add(column);
    return [];
  });
  const left = names.filter((name, index) => !read[index] && name.trim() !== "");
  const isIgnored = (name: string) => made.has(plain(name)) || references.includes(plain(name));
  return {
    columns: read,
    address: address < 0 ? null : address,
    twice,
    unknown: left.filter((name) => !isIgnored(name)),
    ignored: left.filter(isIgnored),
  };
}

/** A question's key, what forms call it, and its fact: what our own files call it too. */
function namesOf({ name, own, questions }: Column): string[] {
  if (own) return [own];
  const asked = [...questions.values()];
  return [
    name,
    ...asked.flatMap(({ key, label, fact, kind }) => [key, kind === "declaration" ? key : label, fact ?? key]),
  ];
}

/** The template that a row answers: what it says it is, or else a signpost where it has a source. */
export function templateFor(kind: string, hasSource: boolean): string | null {
  const asked = plain(kind);
  if (!asked) return hasSource ? current.signpost : current.caseStudy;
  const found = [current.caseStudy, current.signpost].find((key) =>
    [plain(kindOf({ key })), plain(key)].includes(asked),
  );
  return found ?? null;
}
