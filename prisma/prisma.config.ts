import { defineConfig } from "prisma/config";

// Generating the client needs no engine, but the CLI insists on finding one and would try to download it.
if (!process.argv.includes("migrate")) process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
});
