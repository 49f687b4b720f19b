import { describe, expect, test } from "vitest";
import { adviceOf } from "./advise.ts";

const words = "Say what this link leads to, such as the name of the page or report.";
const address = "Say in words what this link leads to, instead of showing its address.";
const found = (challenge: string) =>
  adviceOf("link-text", { challenge }).map(({ message, excerpt }) => [message, excerpt]);

describe("a link that says nothing is pointed out", () => {
  test.each([
    ["[Click here](https://a.example) for more", [[words, "Click here"]]],
    ["[**here**](https://a.example)", [[words, "here"]]],
    ["[Read more…](https://a.example)", [[words, "Read more…"]]],
    ["See [here][1].\n\n[1]: https://a.example", [[words, "here"]]],
    ["[https://a.example/b](https://a.example/b)", [[address, "https://a.example/b"]]],
    ["<https://a.example/b>", [[address, "https://a.example/b"]]],
    ["See https://a.example/b_(c), then go.", [[address, "https://a.example/b_(c"]]],
    ["See www.a.example.", [[address, "www.a.example"]]],
    ["For more, click here.", [[words, "For more, click here."]]],
    ["| a |\n|---|\n| [here](https://a.example) |", [[words, "here"]]],
    ['[Good words](https://a.example) and [here](<https://a b.example> "t")', [[words, "here"]]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("a link that leads nowhere is told so, whatever it says", () => {
  const nowhere = "This link leads nowhere: start its address with https:// so that readers can follow it.";
  test.each([
    ["[link](javascript:alert(1))", [[nowhere, "link"]]],
    ["[Our report](kent.gov.uk/report)", [[nowhere, "Our report"]]],
    ["[Our report](www.kent.gov.uk/report), [impact](#impact) and [about](/about)", []],
    ["[Ask us](mailto:a@b.uk) or [ring us](tel:01843577000)", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("a link that says where it leads is left alone", () => {
  test.each([
    "[The evaluation](https://a.example/here)",
    "[GOV.UK](https://www.gov.uk)",
    "[Read more about night buses](https://a.example)",
    "Children read more, and find out more by asking.",
    "Residents click hereditary titles.",
    "Use `https://a.example` as an example.",
    "\\[here\\](not a link) and here",
    "[Wikipedia on buses](https://a.example/Bus_(vehicle))",
  ])("%s", (text) => expect(found(text)).toEqual([]));
});

test("titles of the links given as rows are read as well", () => {
  const links = [
    { title: "click here", url: "https://a.example" },
    { title: "https://a.example", url: "https://a.example" },
    { title: "The evaluation", url: "https://a.example" },
  ];
  expect(adviceOf("link-text", { links }).map(({ question, message }) => [question, message])).toEqual([
    ["links", words],
    ["links", address],
  ]);
});
