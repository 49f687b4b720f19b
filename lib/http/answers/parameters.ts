/** The parameters of a request's address as a page of the framework gets them. */
export function parametersOf({ url }: Request): Record<string, string[]> {
  const { searchParams } = new URL(url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
