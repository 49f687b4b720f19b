import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import type { Engine } from "./engine.ts";

/** Siteimprove's Alfa, which judges a copy of the page outside of the browser. @param folder it is installed in */
export async function alfa(folder: string): Promise<Engine> {
  const { resolve } = createRequire(`${folder}/package.json`);
  const load = async <Name extends keyof Parts>(name: Name) =>
    (await import(pathToFileURL(resolve(`@siteimprove/alfa-${name}`)).href)) as Parts[Name];
  const { Audit, Outcome } = await load("act");
  const { Device } = await load("device");
  const { Node } = await load("dom");
  const inPage = { node: (await load("dom/native")).Native.fromNode, device: (await load("device/native")).Native };
  const { Request, Response, Headers, Header } = await load("http");
  const { URL } = await load("url");
  const web = await load("web");
  const { Conformance, Criterion } = await load("wcag");
  const isAsked = Conformance.isAA("2.2");
  const asked = [...(await load("rules")).default].filter(({ requirements }) =>
    requirements.some((one) => Criterion.isCriterion(one) && isAsked(one)),
  );
  if (asked.length < 40) throw new Error(`Alfa was asked about ${asked.length} rules only`);

  async function copyOf(page: Page) {
    const device = Device.from(await page.evaluate(inPage.device.fromWindow));
    const document = Node.from(await page.evaluate(inPage.node), device);
    const address = URL.parse(page.url()).getUnsafe();
    const answer = Response.of(address, 200, Headers.of([Header.of("Content-Type", "text/html")]));
    return web.Page.of(Request.of("GET", address), answer, document, device);
  }

  return {
    name: "Alfa",
    async failures(page) {
      const outcomes = [...(await Audit.of(await copyOf(page), asked).evaluate())];
      if (!outcomes.some(Outcome.isPassed)) throw new Error("Alfa passed nothing, so it saw nothing");
      return outcomes.filter(Outcome.isFailed).map((outcome) => {
        const { rule, expectations } = outcome.toJSON();
        return `${rule.uri.split("/").at(-1)} ${String(outcome.target).slice(0, 160)} ${said(expectations)}`;
      });
    },
  };
}

const said = (expectations: unknown) => /"message":"([^"]+)"/.exec(JSON.stringify(expectations))?.[1] ?? "";

interface Judged {
  target: unknown;
  toJSON(): { rule: { uri: string }; expectations: unknown };
}

/** What of Alfa's parts is used here. */
interface Parts {
  act: {
    Audit: { of(page: unknown, rules: readonly unknown[]): { evaluate(): PromiseLike<Iterable<Judged>> } };
    Outcome: { isPassed(one: Judged): boolean; isFailed(one: Judged): boolean };
  };
  device: { Device: { from(json: unknown): unknown } };
  "device/native": { Native: { fromWindow: () => unknown } };
  dom: { Node: { from(json: unknown, device: unknown): unknown } };
  "dom/native": { Native: { fromNode: () => unknown } };
  http: {
    Request: { of(method: string, address: unknown): unknown };
    Response: { of(address: unknown, status: number, headers: unknown): unknown };
    Headers: { of(all: readonly unknown[]): unknown };
    Header: { of(name: string, value: string): unknown };
  };
  rules: { default: Iterable<{ requirements: readonly unknown[] }> };
  url: { URL: { parse(address: string): { getUnsafe(): unknown } } };
  wcag: {
    Conformance: { isAA(version: string): (criterion: unknown) => boolean };
    Criterion: { isCriterion(one: unknown): boolean };
  };
  web: { Page: { of(...parts: readonly unknown[]): unknown } };
}
