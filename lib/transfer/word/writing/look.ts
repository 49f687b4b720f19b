import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from "docx";

// The tokens of the site, in Word's units: half points for type, twentieths of a point for space.
export const ink = "14222B";
export const soft = "4A5963";
export const house = "0A4F54";
export const link = "0A5C7A";
export const line = "D8D4C8";
export const wash = "F4F2EC";

const font = "Arial";
const heading = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});
const deeper = (level: number) => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: "Normal",
  next: "Normal",
  quickFormat: true,
  run: { size: level === 3 ? 24 : 22, bold: true, color: level === 3 ? ink : house },
  paragraph: { spacing: { before: 200, after: 60 }, keepNext: true, keepLines: true, outlineLevel: level - 1 },
});

/** How a document looks: the site's hierarchy on paper, and guidance that cannot be taken for an answer. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 52, bold: true, color: ink },
      paragraph: {
        spacing: { before: 0, after: 160, line: 264, lineRule: LineRuleType.AUTO },
        alignment: AlignmentType.LEFT,
      },
    },
    heading1: {
      ...heading(34, 480, 140),
      paragraph: {
        spacing: { before: 480, after: 140 },
        keepNext: true,
        keepLines: true,
        border: { top: { style: BorderStyle.SINGLE, size: 18, space: 8, color: ink } },
      },
    },
    heading2: heading(26, 320, 100),
  },
  paragraphStyles: [
    ...[3, 4, 5, 6].map(deeper),
    {
      id: "Guidance",
      name: "Guidance",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: 19, italics: true, color: soft },
      paragraph: {
        spacing: { after: 90, line: 264, lineRule: LineRuleType.AUTO },
        indent: { left: 120 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: line } },
      },
    },
    {
      id: "Small",
      name: "Small",
      basedOn: "Normal",
      run: { size: 19, color: soft },
      paragraph: { spacing: { after: 40 } },
    },
    { id: "Front", name: "Front", basedOn: "Small", next: "Normal" },
    {
      id: "FrontNotice",
      name: "Front Notice",
      basedOn: "Normal",
      paragraph: {
        indent: { left: 200 },
        border: { left: { style: BorderStyle.SINGLE, size: 36, space: 10, color: ink } },
      },
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        indent: { left: 400 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: house } },
      },
    },
    {
      id: "Code",
      name: "Code",
      basedOn: "Normal",
      run: { font: "Courier New", size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
    { id: "ListQuote", name: "List Quote", basedOn: "Quote" },
    { id: "ListCode", name: "List Code", basedOn: "Code" },
    { id: "ListContinue", name: "List Continue", basedOn: "Normal", paragraph: { spacing: { after: 80 } } },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 21 },
      paragraph: { spacing: { before: 40, after: 40, line: 264, lineRule: LineRuleType.AUTO } },
    },
    { id: "CellHead", name: "Cell Head", basedOn: "Cell", run: { bold: true } },
  ],
  characterStyles: [
    { id: "Hyperlink", name: "Hyperlink", run: { color: link, underline: {} } },
    { id: "CodeWords", name: "Code Words", run: { font: "Courier New" } },
    { id: "PlaceholderText", name: "Placeholder Text", run: { color: soft } },
  ],
};
