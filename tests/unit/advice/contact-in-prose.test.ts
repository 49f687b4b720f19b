import { describe, expect, test } from "vitest";
import { adviceFor } from "#lib/domain/advice/advice.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { saysOf } from "./advise.ts";

const found = (challenge: string) =>
  saysOf("contact-in-prose", { challenge }).map((message) => /^Take the (e-mail|phone)/.exec(message)?.[1]);

describe("an address or a number in the prose is pointed out", () => {
  test.each([
    ["Write to team@council.gov.uk.", ["e-mail"]],
    ["Write to first.o-last+web@sub.council.gov.uk, or not.", ["e-mail"]],
    ["Write to <team@council.gov.uk>.", ["e-mail"]],
    ["[Write to us](mailto:team@council.gov.uk?subject=a)", ["e-mail"]],
    ["[team@council.gov.uk](mailto:team@council.gov.uk)", ["e-mail"]],
    ["Ring 020 7946 0958.", ["phone"]],
    ["Ring (020) 7946 0958", ["phone"]],
    ["Ring 01632 960001", ["phone"]],
    ["Ring 01632-960-001", ["phone"]],
    ["Ring 07700 900123", ["phone"]],
    ["Ring 07700900123", ["phone"]],
    ["Ring +44 7700 900123", ["phone"]],
    ["Ring +44 (0)20 7946 0958", ["phone"]],
    ["Ring 0044 20 7946 0958", ["phone"]],
    ["Ring 0300 123 4567 today", ["phone"]],
    ["Ring 0800 1111", ["phone"]],
    ["[Ring us](tel:02079460958)", ["phone"]],
    ["| Who | Where |\n|---|---|\n| Us | 020 7946 0958 |", ["phone"]],
    ["Write to a@b.example.\n\nOr to c@d.example.\n\nNot to a@b.example.", ["e-mail", "e-mail"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("other figures and signs are not taken for one", () => {
  test.each([
    "It cost £20,000 and then £0123456789.",
    "From 2019 2020 2021 to 2022.",
    "On 01.02.2024 09:00 we met, and on 01-02-2024.",
    "On 01/02/2024 we met 10 people.",
    "Between 1,000,000 and 0.1234567890 of it.",
    "Case 4012 3456 7890.",
    "Follow @council, 5@10 each, or me@home.",
    "See https://a.example/02079460958 and www.a.example/a@b.example",
    "The numbers were 0 1 2 3.",
    "Ring 101 or 999 or 111.",
  ])("%s", (text) => expect(found(text)).toEqual([]));
});

test("it says where to give it instead, if the template asks for a contact", () => {
  const answers = { summary: "Ring 020 7946 0958." };
  expect(saysOf("contact-in-prose", answers)).toEqual([
    "Take the phone number out of the text. Give it under “Contact” instead, where it can be kept up to date.",
  ]);
  const [advice] = adviceFor(getTemplate("signpost-1"), answers, { titles: [] }, new Date("2026-11-22"));
  expect(advice?.message).toBe(
    "Take the phone number out of the text. It stays on a public page after it has changed.",
  );
});
