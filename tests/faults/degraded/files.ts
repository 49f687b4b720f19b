import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "../rows.ts";
import { aDraft, onSite, othersAreServed, refusedKindly, upload, type Line } from "./scene.ts";

const filesThere = async (folder: string) => (await readdir(folder).catch(() => [])).length;

/** How many files the answers name, and how many rows there are. */
async function named(folder: string): Promise<string> {
  const { list, end } = await openFolder(folder);
  const [row] = await list<{ rows: number; named: number }>(
    `select (select count(*)::int from "Attachment") as rows,
            (select count(*)::int from "Revision" where answers::text like '%"attachment"%') as named`,
  ).finally(end);
  return `${row?.rows} rows, ${row?.named} named`;
}

/** A disk of 1 MB for files, and a file of more than that. */
export async function diskScene(): Promise<Line[]> {
  const disk = await mkdtemp(join(tmpdir(), "casebook-small-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]);
  if (mounted.status !== 0) return [{ what: "a small disk could be mounted, which takes root", is: false }];
  await mkdir(join(disk, "files"));
  try {
    return await onSite({ FILES_DIR: join(disk, "files") }, async (scene) => {
      const draft = await aDraft(scene.visitor);
      const tooLarge = await upload(scene, draft, 2000);
      const afterwards = `${await named(scene.site.folder)}, ${await filesThere(join(disk, "files"))} files`;
      const small = await upload(scene, draft, 100);
      return [
        ...refusedKindly(tooLarge, /no room to keep this file/),
        { what: "no half file is named or left", is: afterwards === "0 rows, 0 named, 0 files", saw: afterwards },
        { what: "one that there is room for is taken", is: small.status === 303 && small.said.includes("a.pdf") },
        { what: "and named", is: (await named(scene.site.folder)).startsWith("1 rows") },
        await othersAreServed(scene),
      ];
    });
  } finally {
    spawnSync("umount", [disk]);
    await rm(disk, { recursive: true, force: true });
  }
}

/** A virus scanner where nobody listens. */
export const scannerScene = (): Promise<Line[]> =>
  onSite({ CLAMD_URL: "tcp://127.0.0.1:9" }, async (scene) => {
    const sent = await upload(scene, await aDraft(scene.visitor), 50);
    const kept = await named(scene.site.folder);
    return [
      ...refusedKindly(sent, /cannot be (checked|looked|scanned)|could not be (checked|looked|scanned)/),
      { what: "nothing comes in unseen", is: kept === "0 rows, 0 named", saw: kept },
      await othersAreServed(scene),
    ];
  });

/** A bucket that answers 500, and then takes connections and says nothing. */
export async function bucketScene(): Promise<Line[]> {
  let answers = true;
  const bucket = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      if (answers) socket.end("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
  });
  await new Promise<void>((resolve) => bucket.listen(0, "127.0.0.1", resolve));
  const { port } = bucket.address() as AddressInfo;
  try {
    return await onSite({ FILES_URL: `http://KEY:SECRET@127.0.0.1:${port}/files` }, async (scene) => {
      const draft = await aDraft(scene.visitor);
      const faulty = await upload(scene, draft, 50);
      answers = false;
      const hanging = await upload(scene, draft, 50);
      const kept = await named(scene.site.folder);
      const words = /no room|cannot be kept|could not be kept|cannot be added at the moment/;
      return [
        ...refusedKindly(faulty, words).map((line) => ({ ...line, what: `answering with faults: ${line.what}` })),
        ...refusedKindly(hanging, words).map((line) => ({ ...line, what: `not answering: ${line.what}` })),
        { what: "no file is named that is not there", is: kept === "0 rows, 0 named", saw: kept },
        await othersAreServed(scene),
      ];
    });
  } finally {
    bucket.close();
  }
}
