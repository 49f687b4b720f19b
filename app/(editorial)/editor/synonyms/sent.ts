import { z } from "zod";
import type { Values } from "#lib/domain/template/fields.ts";
import { fieldOf } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../answer.ts";

/** What a form of the page of words that mean the same says, and how it is answered. */
export function readSent(form: Values) {
  const id = z.uuid().safeParse(fieldOf(form, "id")).data;
  const basedOn = fieldOf(form, "basedOn");
  const words = [fieldOf(form, "with"), fieldOf(form, "words")].filter(Boolean).join(", ");
  const looked = fieldOf(form, "q");
  const answer = (said: Parameters<typeof answerWith>[1]) =>
    answerWith(paths.synonyms, said, looked && `${new URLSearchParams({ q: looked })}`);
  return {
    id,
    basedOn,
    words,
    done: (done: string, typed: Record<string, string> = {}) => answer({ done, typed }),
    /** What was typed stays in the box of its set, which from here on is known as `seen`. */
    refused: (message: string, seen = basedOn) =>
      answer({ typed: { id: id ?? "", basedOn: seen, words }, errors: { [`words-${id ?? "new"}`]: message } }),
    /** What was typed moves to the box of a new set, as its own is no longer there. */
    gone: (reason: string, typed: Record<string, string> = {}) => answer({ notDone: [reason], typed }),
  };
}
