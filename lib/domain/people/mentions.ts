/** The texts that would tell who somebody is. */
export interface Words {
  names: readonly string[];
  /** E-mail addresses and telephone numbers. */
  addresses: readonly string[];
}

/** Whether a value, or any text within it, says who somebody is. A name counts as whole words only: Jo is not in "job". */
export function mentions(value: unknown, words: Words): boolean {
  if (typeof value === "string") return says(value, words);
  if (Array.isArray(value)) return value.some((one) => mentions(one, words));
  return typeof value === "object" && value !== null && Object.values(value).some((one) => mentions(one, words));
}

function says(text: string, { names, addresses }: Words): boolean {
  const lower = text.toLowerCase();
  return (
    addresses.some((address) => lower.includes(address.toLowerCase())) ||
    names.some((name) => spellings(name).some((spelling) => asWords(spelling).test(text)))
  );
}

// One word alone may be another word in small letters, as Will and May are.
const spellings = (name: string) => [name, name.toUpperCase(), ...(/\s/.test(name) ? [name.toLowerCase()] : [])];

const asWords = (name: string) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, "u");
