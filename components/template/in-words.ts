import { fileSize, monthNamed } from "#components/ui/words.ts";
import type { FileAnswer, Link, Measure } from "#lib/domain/template/answers.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { yearAndMonth } from "#lib/domain/template/text.ts";

/** Something that answers hold the id of, or the slug where that is the same. */
export interface Named {
  id?: string;
  slug?: string;
  name: string;
}

/** What is needed to say answers in words. */
export interface Names {
  topics: readonly Named[];
  supportTypes: readonly Named[];
  councils: readonly Named[];
  contact: { name: string; email: string; phone: string } | null;
  files?: readonly { id: string; name: string; bytes: number }[];
}

/** An answer as a reader is told of it, one line for each thing in it. "" for no answer. */
export function inWords(question: Question, answer: unknown, names: Names): string {
  if (answer === undefined) return "";
  const named = (all: readonly Named[]) => (id: unknown) =>
    all.find((one) => (one.id ?? one.slug) === id)?.name ?? String(id);
  switch (question.kind) {
    case "choice":
      return question.options.find(({ value }) => value === answer)?.label ?? String(answer);
    case "choices":
      return (answer as string[]).map(named(names[question.from])).join("\n");
    case "council":
      return named(names.councils)(answer);
    case "councils":
      return (answer as string[]).map(named(names.councils)).join("\n");
    case "month":
      return yearAndMonth.test(String(answer)) ? monthNamed(String(answer)) : String(answer);
    case "measures":
      return (answer as Measure[]).map(measureInWords).join("\n");
    case "links":
      return (answer as Link[]).map(({ title, url }) => `${title} ${url}`).join("\n");
    case "files":
      return (answer as FileAnswer[]).map((file) => fileInWords(file, names.files ?? [])).join("\n");
    case "contact":
      return [names.contact?.name, names.contact?.email, names.contact?.phone].filter(Boolean).join("\n");
    case "declaration":
      return answer === true ? "Agreed" : "";
    default:
      return String(answer);
  }
}

/** As much of a measure as there is: somebody may still be writing it. */
function measureInWords({ name, before, after, unit }: Measure): string {
  const change = before && after ? `${before} → ${after}` : before ? `before ${before}` : after && `after ${after}`;
  return [name, [change, unit].filter(Boolean).join(" ")].filter(Boolean).join(": ");
}

function fileInWords({ attachment, title, alt, credit }: FileAnswer, files: NonNullable<Names["files"]>): string {
  const file = files.find(({ id }) => id === attachment);
  const kept = file ? `${file.name} (${fileSize(file.bytes)})` : "";
  const said = [title, kept, alt && `Shows: ${alt}`, credit && `Credit: ${credit}`];
  return said.filter(Boolean).join(" · ") || "A file";
}
