import { digestOfPart } from "#lib/data/submissions/attempts.ts";
import { Prisma } from "#prisma/client/client.ts";

/** Below which part of the site editors' pages lie, as an attempt keeps it. */
const editorsPages = `/${digestOfPart("editor")}/%`;

/** Where an attempt was made at a page of editors: what they typed is theirs. */
export const madeByEditors = Prisma.sql`"address" like ${editorsPages}`;

/**
 * Where some text of a JSON value names an e-mail address. It counts whole alone: smith@x.example is neither in
 * j.smith@x.example nor in smith@x.example.org.
 *
 * @param told the value; what was typed unless given
 */
export const namesAddress = (email: string, told = Prisma.sql`"typed"`) => {
  const whole = `(?<![[:alnum:].!#$%&'*+/=?^_\`{|}~-])${email.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&")}(?![[:alnum:]_-]|\\.[[:alnum:]])`;
  return Prisma.sql`exists (
    select 1 from jsonb_path_query(${told}, 'strict $.**') said
     where jsonb_typeof(said) = 'string' and said #>> '{}' ~* ${whole})`;
};
