import type { PrismaClient } from "#prisma/client/client.ts";

const reading = /^(?:find|count$|aggregate$|groupBy$)/;
type Named = Record<PropertyKey, unknown>;

/**
 * A client that reads from a replica while there is one to read from. Whatever else it is asked for goes to the primary: what
 * writes, and every transaction. A statement by hand in `$queryRaw` counts as reading.
 *
 * @param replica the one to read from at the moment; null for none
 */
export function splitReads(primary: PrismaClient, replica: () => PrismaClient | null): PrismaClient {
  return new Proxy(primary, {
    get(_, name) {
      const other = replica();
      if (other && name === "$queryRaw") return other.$queryRaw.bind(other);
      const own = (primary as unknown as Named)[name];
      if (typeof own === "function") return own.bind(primary);
      return other && isModel(name, own) ? splitModel(own, (other as unknown as Named)[name] as Named) : own;
    },
  });
}

const isModel = (name: PropertyKey, own: unknown): own is Named =>
  typeof name === "string" && /^[a-z]/.test(name) && typeof own === "object" && own !== null;

const splitModel = (own: Named, other: Named) =>
  new Proxy(own, { get: (_, name) => (reading.test(String(name)) ? other : own)[name] });
