import { BuilderElement, CheckBox, TextRun, type ParagraphChild, type XmlComponent } from "docx";
import { notChosen } from "#lib/domain/word/guidance.ts";
import { shown } from "./shown.ts";

const element = (name: string, value?: string) =>
  new BuilderElement<{ val: string }>({
    name,
    ...(value !== undefined && { attributes: { val: { key: "w:val", value } } }),
  });

/** A list to choose one thing from. @param label what a reader of the screen hears; "" chosen for nothing yet */
export function dropDown(label: string, key: string, choices: readonly string[], chosen: string): ParagraphChild {
  const items = choices.map(
    (choice) =>
      new BuilderElement<{ text: string; value: string }>({
        name: "w:listItem",
        attributes: {
          text: { key: "w:displayText", value: shown(choice) },
          value: { key: "w:value", value: shown(choice) },
        },
      }),
  );
  const run = chosen
    ? new TextRun({ text: shown(chosen) })
    : new TextRun({ text: notChosen, style: "PlaceholderText" });
  const properties = [
    element("w:alias", shown(label)),
    element("w:tag", key),
    ...(chosen ? [] : [element("w:showingPlcHdr")]),
    new BuilderElement({ name: "w:dropDownList", children: items }),
  ];
  return control(properties, run);
}

function control(properties: readonly XmlComponent[], run: TextRun): ParagraphChild {
  const parts = [
    new BuilderElement({ name: "w:sdtPr", children: properties }),
    new BuilderElement({ name: "w:sdtContent", children: [run] }),
  ];
  // The library has no name for a control, but writes one like any other part of a paragraph.
  return new BuilderElement({ name: "w:sdt", children: parts }) as unknown as ParagraphChild;
}

/** A box to tick. */
export const tickBox = (label: string, checked: boolean): ParagraphChild =>
  new CheckBox({
    alias: shown(label),
    checked,
    checkedState: { value: "2612", font: "MS Gothic" },
    uncheckedState: { value: "2610", font: "MS Gothic" },
  });
