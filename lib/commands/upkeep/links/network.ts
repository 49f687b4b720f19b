import { lookup as resolve, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPublic } from "./public-address.ts";

/** Which machines may be asked, and how their names are found. */
export interface Network {
  resolve: (host: string) => Promise<readonly LookupAddress[]>;
  mayAsk: (address: string, port: number) => boolean;
}

const ports: readonly number[] = [80, 443];

/** The public internet: no private, loopback, link-local or reserved address, and no port but those of the web. */
export const internet: Network = {
  resolve: (host) =>
    new Promise((done, fail) =>
      resolve(host, { all: true, verbatim: true }, (error, addresses) => (error ? fail(error) : done(addresses))),
    ),
  mayAsk: (address, port) => isPublic(address) && ports.includes(port),
};

/** That a link leads to a machine that is not for the public. */
export class NotPublic extends Error {}

export const portOf = ({ protocol, port }: URL): number => Number(port) || (protocol === "https:" ? 443 : 80);

/**
 * Finds the address of a host that a request then connects to, so that what was looked at is what is asked: a name that means
 * another machine a moment later cannot lead elsewhere. One address that is not public is enough to refuse the name.
 */
export function guardedLookup(network: Network, port: number): LookupFunction {
  return (host, _options, done) => {
    network.resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || addresses.some(({ address }) => !network.mayAsk(address, port)))
          return done(new NotPublic(host), "", 0);
        if (_options.all) return done(null, [...addresses]);
        return done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };
}

/** Whether the host is written as an address, which no lookup sees, and must not be asked. */
export function isForbiddenLiteral(network: Network, url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !network.mayAsk(host, portOf(url));
}
