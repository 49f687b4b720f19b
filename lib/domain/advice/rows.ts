/** The rows of an answer that is a list of small forms, whatever is really there. A field that is no text is empty. */
export function rowsOf<Field extends string>(answer: unknown, fields: readonly Field[]): Record<Field, string>[] {
  if (!Array.isArray(answer)) return [];
  return answer.map((row: unknown) => {
    const given = typeof row === "object" && row !== null ? (row as Record<string, unknown>) : {};
    const texts = fields.map((field) => [
      field,
      typeof given[field] === "string" ? given[field].toWellFormed().trim() : "",
    ]);
    return Object.fromEntries(texts) as Record<Field, string>;
  });
}
