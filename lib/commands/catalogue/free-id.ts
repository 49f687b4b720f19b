/** An id that nothing has: the first slug, unless another began with it and has been renamed since. */
export async function freeId(slug: string, isTaken: (id: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!(await isTaken(id))) return id;
  }
}
