import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a database that can be cut without either end hearing of it. */
export interface Wire {
  /** The address of the database by this way. */
  url: string;
  /** From now on nothing comes through: connections stay open, and new ones are taken and never answered. */
  cut(): void;
  /** New connections come through again. Those from before stay dead for ever. */
  mend(): void;
  close(): void;
}

/** @param url of a database */
export async function openWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  const held = new Set<Socket>();
  let isCut = false;

  const server = createServer((near) => {
    held.add(near);
    near.on("error", () => near.destroy());
    if (isCut) return;
    const far = connect(Number(port), hostname);
    held.add(far);
    far.on("error", () => near.destroy());
    near.pipe(far).pipe(near);
    pairs.add([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const way = new URL(url);
  way.port = String((server.address() as AddressInfo).port);
  return {
    url: way.href,
    cut() {
      isCut = true;
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
      pairs.clear();
    },
    mend: () => void (isCut = false),
    close() {
      server.close();
      for (const socket of held) socket.destroy();
    },
  };
}
