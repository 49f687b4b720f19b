import { createServer } from "node:net";
import { complaintAbout } from "./site.ts";

/** Finds out before anything else is begun whether the site could be served there. @throws Complaint when not */
export function refuseBusyPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(complaintAbout(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
