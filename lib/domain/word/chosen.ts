import type { Answers } from "../template/answers.ts";
import type { Values } from "../template/fields.ts";
import type { Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";
import { keepField, pictureField } from "./choices.ts";
import type { KeptPicture, Reading } from "./reading.ts";

/** What is put into a form of what was read. */
export interface Chosen {
  answers: Answers;
  contact: Reading["contact"];
  pictures: KeptPicture[];
  /** What was pressed, and what was left, to show the page again as it was. */
  typed: Record<string, string>;
}

/** What somebody chose of a reading. Whatever they did not choose stays as the form has it. */
export function chosenOf(template: Template, reading: Reading, form: Values): Chosen {
  const questions = questionsOf(template).filter(({ key }) => form(keepField(key)).at(-1) === "word");
  const taken = questions.filter(({ key, kind }) => kind !== "contact" && key in reading.answers);
  const isTicked = ({ position }: KeptPicture) => form(pictureField(position))[0] === "take";
  return {
    answers: Object.fromEntries(taken.map(({ key }) => [key, reading.answers[key]])),
    contact: questions.some(({ kind }) => kind === "contact") ? reading.contact : null,
    pictures: reading.pictures.filter(isTicked),
    typed: Object.fromEntries([
      ...questionsOf(template).flatMap(({ key }) =>
        form(keepField(key))
          .slice(-1)
          .map((value) => [keepField(key), value]),
      ),
      // A box that is not ticked sends nothing.
      ...reading.pictures.map((one) => [pictureField(one.position), isTicked(one) ? "take" : "leave"]),
    ]),
  };
}
