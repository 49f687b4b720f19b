import { connect, createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { listenForMail } from "#tests/support/smtp-listener.ts";
import { openFolder, waitForEmptyOutbox } from "../rows.ts";
import { aDraft, onSite, othersAreServed, type Line } from "./scene.ts";

const letters = 12;

/** A mail server that first takes connections and says nothing, and then turns every tenth letter down. */
export async function mailScene(): Promise<Line[]> {
  const listener = await listenForMail((offer) => offer % 10 === 1);
  const behind = Number(new URL(listener.url).port);
  let hangs = true;
  const front = createServer((near) => {
    near.on("error", () => near.destroy());
    if (hangs) return;
    const far = connect(behind, "127.0.0.1");
    far.on("error", () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { port } = front.address() as AddressInfo;
  try {
    return await onSite({ SMTP_URL: `smtp://127.0.0.1:${port}` }, async (scene) => {
      const { site, visitor } = scene;
      const write = async (number: number) => {
        const draft = await aDraft(visitor, `Night buses ${number}`);
        await visitor.send(`${draft}/email/save`, { email: `author-${number}@faults.example` }, 1);
      };
      await Promise.all(Array.from({ length: letters }, (_, number) => write(number)));
      const served = await othersAreServed(scene);
      const kept = await count(site.folder, `"sentAt" is null`);
      await wait(12_000);
      hangs = false;
      const left = await waitForEmptyOutbox(site.folder, 120_000, { hurry: true });
      const ids = listener.received.map(({ email }) => email.messageId);
      return [
        { ...served, what: "while it hangs, every page comes" },
        { what: "while it hangs, letters are kept", is: kept === letters, saw: `${kept}` },
        { what: "when it answers, all leave", is: left === 0, saw: `${left} left` },
        { what: "none is lost", is: new Set(ids).size === letters, saw: `${new Set(ids).size} of ${letters}` },
        { what: "none comes twice", is: ids.length === letters, saw: `${ids.length} arrivals` },
      ];
    });
  } finally {
    front.close();
    await listener.close();
  }
}

async function count(folder: string, where: string): Promise<number> {
  const { list, end } = await openFolder(folder);
  const [row] = await list<{ count: number }>(`select count(*)::int from "Letter" where ${where}`).finally(end);
  return row?.count ?? 0;
}
