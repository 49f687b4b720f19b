/** Somebody by their name, or by what is left of them. */
export const whoever = (person: { name: string; email: string } | null): string =>
  person ? person.name || person.email : "somebody who was deleted";
