import { postgresAdapter } from "@payloadcms/db-postgres";
import { buildConfig } from "payload";

const slug = { name: "slug", type: "text", required: true, unique: true, index: true };
const term = { fields: [slug, { name: "name", type: "text", required: true }] };

export default buildConfig({
  secret: "only for measuring",
  telemetry: false,
  graphQL: { disable: true },
  typescript: { autoGenerate: false },
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL } }),
  collections: [
    { slug: "topics", ...term },
    { slug: "support-types", ...term },
    {
      slug: "posts",
      defaultSort: "-publishedAt",
      fields: [
        slug,
        { name: "title", type: "text", required: true },
        { name: "summary", type: "textarea" },
        { name: "body", type: "textarea" },
        { name: "publishedAt", type: "date", index: true },
        { name: "topics", type: "relationship", relationTo: "topics", hasMany: true },
        { name: "supportTypes", type: "relationship", relationTo: "support-types", hasMany: true },
      ],
    },
  ],
});
