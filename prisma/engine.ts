import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

// The package exports its glue but not the module itself, which lies beside it.
const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
const wasm = glue.replace(/\.js$/, ".wasm");

/**
 * Prisma's own schema engine as WebAssembly, for development and tests: nothing is downloaded.
 * The package is built for a bundler, so its module is instantiated by hand.
 *
 * @param factory connects the engine to the database it is to compare with
 */
export async function schemaEngine(factory: SqlMigrationAwareDriverAdapterFactory) {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

export type SchemaEngine = Awaited<ReturnType<typeof schemaEngine>>;

/**
 * The SQL that leads from one schema to another, empty when they agree.
 *
 * @param from text of a schema.prisma, or null for an empty database
 * @param to text of a schema.prisma
 */
export async function sqlBetween(engine: SchemaEngine, from: string | null, to: string): Promise<string> {
  const target = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}
