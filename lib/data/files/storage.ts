import { join, resolve } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { readEnv } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";

let disk: { location: string; opened: Disk } | null = null;
let store: { url: string; opened: Promise<Disk> } | null = null;

/** The folder of this machine for what is made here, outside everything that is served by itself. */
export function openDisk(): Disk {
  const location = filesFolder();
  if (disk?.location !== location)
    disk = { location, opened: new Disk(new FSDriver({ location, visibility: "private" })) };
  return disk.opened;
}

const filesFolder = () => resolve(readEnv().FILES_DIR ?? join(readEnv().DATA_DIR, "files"));

/** Where attached files are kept: in that folder, or in a bucket where one is set. */
export async function openStore(): Promise<Disk> {
  const { FILES_URL: url } = readEnv();
  if (url === undefined) return openDisk();
  if (store?.url !== url) store = { url, opened: openBucket(new URL(url)) };
  return store.opened;
}

/** What the store says of a file: null where it has none, "away", with a line in the log, where it could not be asked. */
export async function saidByStore<Said>(asking: Promise<Said>): Promise<Said | "away" | null> {
  return asking.catch((error: unknown) => {
    if (isMissing(error)) return null;
    createLog().error({ err: error }, "the store of files did not answer");
    return "away";
  });
}

/** Whether an error only says that a file, or the folder it would be in, is not there. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const said = [error.name, "code" in error && error.code];
  return said.some((one) => ["ENOENT", "NotFound", "NoSuchKey"].includes(String(one))) || isMissing(error.cause);
}

/** The client of such buckets is as large as everything else together: it is loaded only where one is used. */
async function openBucket(url: URL): Promise<Disk> {
  const { S3Driver } = await import("flydrive/drivers/s3");
  const credentials = {
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
  return new Disk(
    new S3Driver({
      credentials,
      endpoint: url.origin,
      bucket: url.pathname.split("/")[1] ?? "",
      region: url.searchParams.get("region") ?? "us-east-1",
      forcePathStyle: url.searchParams.get("style") !== "host",
      // Sums behind the bytes of a stream are kept as part of the file by stores that do not know them.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      visibility: "private",
      // One that hangs must not keep whoever sends a file waiting for as long as it likes.
      requestHandler: { connectionTimeout: 5000, socketTimeout: 5000 },
      maxAttempts: 2,
      // Not every such store knows permissions of single files, and none is to be public.
      supportsACL: false,
    }),
  );
}
