import { createHmac } from "node:crypto";

/** What an archive says of SECRET: enough to know it again, and nothing that helps to find it. */
export const markOf = (secret: string) =>
  createHmac("sha256", secret).update("casebook archive").digest("hex").slice(0, 16);
