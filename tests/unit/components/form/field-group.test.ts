import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FieldGroup } from "#components/form/field.tsx";
import { Status } from "#components/ui/status.tsx";

test("where a link of the error summary leads can have the focus, so that it is heard", () => {
  const group = { id: "accuracy", label: "Accuracy", error: "Confirm that it is accurate", children: "a box" };
  expect(renderToStaticMarkup(createElement(FieldGroup, group))).toMatch(
    /<fieldset id="accuracy" tabindex="-1" aria-describedby="accuracy-error">/,
  );
});

test("the words of a status stand in an element of their own, so that they are heard and not only that it is one", () => {
  expect(renderToStaticMarkup(createElement(Status, null, "9 results"))).toBe(
    '<div role="status"><p>9 results</p></div>',
  );
});
