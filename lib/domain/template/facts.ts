import type { Answers, FileAnswer, Link, Measure } from "./answers.ts";
import type { Fact, Template } from "./questions.ts";
import { questionFor } from "./templates.ts";

/** What lists, pages and downloads read, whatever template the words were written with. Ids stay ids. */
export interface Facts {
  title: string;
  summary: string;
  council: string | null;
  organisation: string;
  partners: string[];
  topics: string[];
  supportTypes: string[];
  start: string | null;
  end: string | null;
  outcome: string | null;
  cost: string | null;
  funding: string;
  firstResults: string | null;
  evidence: string | null;
  measures: Measure[];
  people: string;
  links: Link[];
  source: Link | null;
  /** When the source was published there. */
  sourceMonth: string | null;
  documents: FileAnswer[];
  images: FileAnswer[];
  contact: string | null;
  /** Whether the contact agreed to be shown to the public. */
  contactConsent: boolean;
}

/** Reads the facts out of answers that passed the template's rules. What was not answered is empty. */
export function factsOf(template: Template, answers: Answers): Facts {
  const read = (fact: Fact) => answers[questionFor(template, fact)?.key ?? ""];
  const text = (fact: Fact) => (read(fact) as string | undefined) ?? "";
  const id = (fact: Fact) => (read(fact) as string | undefined) || null;
  const list = <Row>(fact: Fact) => (read(fact) as Row[] | undefined) ?? [];

  return {
    title: text("title"),
    summary: text("summary"),
    council: id("council"),
    organisation: text("organisation"),
    partners: list("partners"),
    topics: list("topics"),
    supportTypes: list("supportTypes"),
    start: id("start"),
    end: id("end"),
    outcome: id("outcome"),
    cost: id("cost"),
    funding: text("funding"),
    firstResults: id("firstResults"),
    evidence: id("evidence"),
    measures: list("measures"),
    people: text("people"),
    links: list("links"),
    source: list<Link>("source")[0] ?? null,
    sourceMonth: id("sourceMonth"),
    documents: list("documents"),
    images: list("images"),
    contact: id("contact"),
    contactConsent: read("contactConsent") === true,
  };
}
