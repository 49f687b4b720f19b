import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { recordBody } from "#lib/feeds/api/case-study.ts";
import { rowsCell } from "#lib/domain/imports/cells/rows.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { link, measure } from "#lib/domain/template/answers.ts";
import { listTemplates, questionsOf } from "#lib/domain/template/templates.ts";
import { csvRecord } from "#lib/feeds/csv.ts";

type Row = ReturnType<typeof recordBody>;

const joined = (names: readonly string[]) => names.join("; ");

/** What every case study has, whatever its template. */
const shared: Record<string, (row: Row) => string> = {
  slug: ({ slug }) => slug,
  url: ({ url }) => url,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  council: ({ council }) => council?.name ?? "",
  councilSlug: ({ council }) => council?.slug ?? "",
  councilType: ({ council }) => council?.type ?? "",
  region: ({ council }) => council?.region ?? "",
  organisation: ({ organisation }) => organisation,
  partners: ({ partners }) => joined(partners.map(({ name }) => name)),
  topics: ({ topics }) => joined(topics.map(({ slug }) => slug)),
  supportTypes: ({ supportTypes }) => joined(supportTypes.map(({ slug }) => slug)),
  collections: ({ collections }) => joined(collections.map(({ slug }) => slug)),
  source: ({ source }) => source?.url ?? "",
  publishedAt: ({ publishedAt }) => publishedAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  changedAt: ({ changedAt }) => changedAt,
  reviewedAt: ({ reviewedAt }) => reviewedAt ?? "",
  overdue: ({ overdue }) => (overdue ? "yes" : "no"),
  licence: ({ licence }) => licence.name,
};

const short: readonly Question["kind"][] = ["text", "choice", "month"];
const inText: readonly Question["kind"][] = ["text", "choice", "markdown", "measures", "links"];

/** The columns that templates add: their facts by name, then their other questions by key, each once. */
function columnsOf(templates: readonly Template[]): { facts: string[]; answers: string[] } {
  const questions = templates.flatMap(questionsOf);
  const facts = questions.flatMap(({ kind, fact }) =>
    fact && short.includes(kind) && !(fact in shared) ? [fact] : [],
  );
  const answers = questions.flatMap(({ kind, fact, key }) =>
    inText.includes(kind) && (!fact || !short.includes(kind)) && fact !== "source" ? [key] : [],
  );
  return { facts: [...new Set<string>(facts)], answers: [...new Set(answers)] };
}

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export function tableHead(templates = listTemplates()): string {
  const { facts, answers } = columnsOf(templates);
  return `\uFEFF${csvRecord([...Object.keys(shared), ...facts, ...answers])}`;
}

/** A case study as a row of the table. */
export function tableRow(record: CaseStudyRecord, templates = listTemplates()): string {
  const { facts, answers } = columnsOf(templates);
  const row = recordBody(record);
  const given = new Map(
    row.sections.flatMap((section) => section.answers).map((answer) => [answer.key, textOf(answer)]),
  );
  return csvRecord([
    ...Object.values(shared).map((column) => column(row)),
    ...facts.map((fact) => row.facts[fact]?.value ?? ""),
    ...answers.map((key) => given.get(key) ?? ""),
  ]);
}

/** A row with its parts in the order of the template: the database has an order of its own. */
const inOrder = (row: Readonly<Record<string, string>>, { shape }: typeof measure | typeof link) =>
  Object.fromEntries(Object.keys(shape).map((part) => [part, row[part] ?? ""]));

function textOf(answer: Row["sections"][number]["answers"][number]): string {
  switch (answer.kind) {
    case "text":
      return answer.text;
    case "choice":
      return answer.value;
    case "markdown":
      return answer.markdown;
    case "measures": {
      const rows = answer.measures.map((one) => inOrder(one, measure));
      return rowsCell("measures", rows, rows.map((one) => joined(Object.values(one))).join("\n"));
    }
    case "links": {
      const rows = answer.links.map((one) => inOrder(one, link));
      return rowsCell("links", rows, rows.map((one) => Object.values(one).join(" ").trim()).join("\n"));
    }
    case "pictures":
    case "documents":
      return "";
  }
}
