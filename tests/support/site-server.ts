import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSite } from "./running-site.ts";

/** The real site with the demonstration in a folder of its own, for all browser tests. SITE_ADDRESS names one that runs already. */
export default async function setup() {
  if (process.env["SITE_ADDRESS"]) return;
  const folder = await mkdtemp(join(tmpdir(), "casebook-site-"));
  await chmod(folder, 0o755);
  const site = await startSite({ DATA_DIR: folder, TRUSTED_PROXIES: "loopback", RENDERERS: "2" });
  process.env["SITE_ADDRESS"] = site.address;
  return async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
