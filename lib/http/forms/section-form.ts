import { answersWithCouncils } from "#lib/domain/template/council-answers.ts";
import { readFileAnswers } from "#lib/domain/template/file-answers.ts";
import { readAnswers, type Values } from "#lib/domain/template/fields.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { fieldOf } from "../form.ts";

type Councils = Parameters<typeof answersWithCouncils>[2];

/**
 * A section's form as it was sent: the answers as typed, the contact, the revision it was filled from, which of a page's saves it is
 * where its script says so, and the button that was pressed.
 */
export function readSection(section: Section, form: Values, councils: Councils) {
  const asked = fieldOf(form, "do");
  return {
    asked,
    basedOn: Number(fieldOf(form, "basedOn")),
    save: saveOf(form),
    typed: answersWithCouncils(
      section,
      { ...readAnswers(section, form, asked), ...readFileAnswers(section, form, asked) },
      councils,
    ),
    contact: {
      email: fieldOf(form, "contact.email"),
      name: fieldOf(form, "contact.name"),
      phone: fieldOf(form, "contact.phone"),
    },
  };
}

function saveOf(form: Values): { page: string; turn: number } | undefined {
  const [page, turn] = [fieldOf(form, "page"), fieldOf(form, "turn")];
  return /^[0-9a-f]{32}$/.test(page) && /^[1-9]\d{0,8}$/.test(turn) ? { page, turn: Number(turn) } : undefined;
}
