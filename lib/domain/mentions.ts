/** The texts that would tell who somebody is. */
export interface Words {
  names: readonly string[];
  /** E-mail addresses and telephone numbers. */
  addresses: readonly string[];
}

/** Whether a value, or any text within it, says who somebody is. A name counts as a whole word only: Jo is not in "job". */
export function mentions(value: unknown, words: Words): boolean {
  if (typeof value === "string") return says(value.toLowerCase(), words);
  if (Array.isArray(value)) return value.some((one) => mentions(one, words));
  return typeof value === "object" && value !== null && Object.values(value).some((one) => mentions(one, words));
}

function says(text: string, { names, addresses }: Words): boolean {
  return (
    addresses.some((address) => text.includes(address.toLowerCase())) ||
    names.some((name) => namePattern(name).test(text))
  );
}

const namePattern = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name.toLowerCase())}(?![\\p{L}\\p{N}])`, "u");
