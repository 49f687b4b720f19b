import type { Facts } from "#lib/domain/template/facts.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Section, Template } from "#lib/domain/template/questions.ts";
import type { ComponentProps } from "react";
import { Documents } from "./documents.tsx";
import { Measures } from "./measures.tsx";
import { Pictures, type FileAddress } from "./pictures.tsx";
import { Prose } from "./prose.tsx";

interface Props {
  template: Template;
  answers: Answers;
  facts: Facts;
  pictures: ComponentProps<typeof Pictures>["pictures"];
  documents: ComponentProps<typeof Documents>["documents"];
  /** Where pictures and documents are that are not public yet. */
  address?: FileAddress;
}

/** The words of a case study, in the order of its template. What has a place of its own on the page is left out here. */
export function Sections({ template, ...content }: Props) {
  return template.sections
    .filter((section) => section.questions.some((question) => isInText(question, content)))
    .map((section) => <OneSection key={section.key} section={section} {...content} />);
}

export type Content = Omit<Props, "template">;

function OneSection({ section, ...content }: Content & { section: Section }) {
  return (
    <section aria-labelledby={section.key} className="mt-10 first:mt-0">
      <h2 id={section.key} className="mb-3 max-w-prose text-balance">
        {section.title}
      </h2>
      {section.questions.map((question) => (
        <Answer key={question.key} question={question} section={section.title} {...content} />
      ))}
    </section>
  );
}

/** Whether a question's answer stands in the text, and not in a place of its own on the page. */
export function isInText(question: Question, { answers, facts, pictures, documents }: Content): boolean {
  switch (question.kind) {
    case "text":
    case "choice":
      return !question.fact && Boolean(answers[question.key]);
    case "markdown":
      return Boolean(answers[question.key]);
    case "measures":
      return facts.measures.length > 0;
    case "links":
      return question.fact === "links" && facts.links.length > 0;
    case "files":
      return (question.accept === "images" ? pictures : documents).length > 0;
    default:
      return false;
  }
}

/** One answer as it stands in the text. */
export function Answer({ question, section, ...content }: Content & { question: Question; section: string }) {
  if (!isInText(question, content)) return null;
  switch (question.kind) {
    case "text":
    case "choice":
      return <Plain heading={question.label === section ? "" : question.label} text={wordsOf(question, content)} />;
    case "markdown":
      return <Prose text={String(content.answers[question.key])} name={question.key} label={question.label} />;
    case "measures":
      return <Measures measures={content.facts.measures} />;
    case "links":
      return <Links links={content.facts.links} />;
    case "files":
      return question.accept === "images" ? (
        <Pictures pictures={content.pictures} address={content.address} />
      ) : (
        <Documents documents={content.documents} address={content.address} />
      );
    default:
      return null;
  }
}

/** An answer that no fact gives a place of its own on the page. */
function Plain({ heading, text }: { heading: string; text: string }) {
  return (
    <div className="prose mt-4">
      {heading && <h3>{heading}</h3>}
      <p>{text}</p>
    </div>
  );
}

function wordsOf(question: Question, { answers }: Content): string {
  const answer = String(answers[question.key]);
  if (question.kind !== "choice") return answer;
  return question.options.find(({ value }) => value === answer)?.label ?? answer;
}

function Links({ links }: { links: Facts["links"] }) {
  return (
    <ul className="prose list-disc pl-6">
      {links.map(({ title, url }) => (
        <li key={url}>
          <a href={url}>{title || url}</a>
        </li>
      ))}
    </ul>
  );
}
