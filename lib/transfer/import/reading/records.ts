import { listColumns, readHead, type Column, type Head } from "#lib/domain/imports/columns.ts";
import { said, wrong, type Finding } from "#lib/domain/imports/findings.ts";
import { importLimits } from "#lib/domain/imports/limits.ts";
import type { Cell, RawRow } from "#lib/domain/imports/read-row.ts";
import { notesOn, type Rows } from "./table.ts";
import { Unreadable } from "./unreadable.ts";

/** Rows from objects: with the names of columns, or as our own files and API give a case study. */
export function readRecords(objects: AsyncIterable<Record<string, unknown>>): Rows {
  return { notes: [], rows: rowsOf(objects) };
}

async function* rowsOf(objects: AsyncIterable<Record<string, unknown>>): AsyncGenerator<RawRow> {
  const columns = listColumns();
  const told = new Set<string>();
  let [place, titled] = [0, false];
  for await (const given of objects)
    for (const object of unwrapped(given)) {
      place += 1;
      const flat = flattened(object);
      const names = Object.keys(flat);
      const head = readHead(names.slice(0, importLimits.columns), columns);
      const findings = misfitsOf(names, head);
      titled ||= hasTitle(head);
      const cells = head.columns.flatMap((column, index) => cellOf(column, names[index] ?? "", flat));
      // Each name is told of once: every object may have it.
      const notes = notesOn({ ...head, unknown: head.unknown.filter((name) => !told.has(name)), ignored: [] });
      for (const name of head.unknown) told.add(name);
      const address = head.address === null ? "" : flat[names[head.address] ?? ""];
      yield {
        place,
        cells,
        address: typeof address === "string" ? address : "",
        findings: [...findings, ...notes.map((note) => said("note", note))],
      };
    }
  if (!titled)
    throw new Unreadable(
      "Nothing in this JSON file has a “title”. Give a list with one object for each case study, with the names in the list of columns.",
    );
}

/** The case studies of a page of a list, as our API answers; otherwise the object itself. */
function unwrapped(object: Record<string, unknown>): Record<string, unknown>[] {
  const { items, title } = object;
  return title === undefined && Array.isArray(items) && items.every(isObject) ? items : [object];
}

/** What keeps an object from being read, whatever the others are like. */
function misfitsOf(names: readonly string[], head: Head): Finding[] {
  const { columns } = importLimits;
  return [
    ...(names.length > columns
      ? [
          wrong(
            "",
            "",
            `This has ${names.length} names; ${columns} are the most. Take out what is not in the list of columns`,
          ),
        ]
      : []),
    ...head.twice.map((name) => wrong(name, "", "Another name here is for the same. Take one of them out")),
    ...(hasTitle(head) ? [] : [wrong("title", "", "Give it a “title”: nothing in this object is called that")]),
  ];
}

const hasTitle = ({ columns }: Head) => columns.some((column) => column?.name === "title");

const cellOf = (column: Column | null, heading: string, values: Readonly<Record<string, unknown>>): Cell[] =>
  column ? [{ column, heading, value: values[heading] }] : [];

/** What our API puts into parts of their own, each under its name: facts, and the answers of sections. */
function flattened(object: Record<string, unknown>): Record<string, unknown> {
  const { facts, sections, contact, ...rest } = object;
  const flat: Record<string, unknown> = Object.assign(Object.create(null), rest);
  if (isObject(facts))
    for (const [name, fact] of Object.entries(facts)) flat[name] = isObject(fact) ? fact["value"] : fact;
  else if (facts !== undefined) flat["facts"] = facts;
  if (Array.isArray(sections)) for (const answer of sections.flatMap(answersIn)) Object.assign(flat, answer);
  else if (sections !== undefined) flat["sections"] = sections;
  if (isObject(contact))
    for (const [part, name] of [
      ["name", "contactName"],
      ["email", "contactEmail"],
      ["phone", "contactPhone"],
    ] as const)
      flat[name] = contact[part];
  else if (contact !== undefined && contact !== null) flat["contact"] = contact;
  if (isObject(flat["source"])) flat["source"] = [flat["source"]];
  return flat;
}

function answersIn(section: unknown): Record<string, unknown>[] {
  const answers = isObject(section) && Array.isArray(section["answers"]) ? (section["answers"] as unknown[]) : [];
  return answers.filter(isObject).flatMap(({ key, kind, text, value, markdown, measures, links }) => {
    const given = markdown ?? measures ?? links ?? (kind === "choice" ? value : text);
    return typeof key === "string" && given !== undefined ? [{ [key]: given }] : [];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
