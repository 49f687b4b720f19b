import { expect, test } from "vitest";
import { gapsOf } from "#lib/domain/template/progress.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

test("of several images it is said which are not described", () => {
  const image = { attachment: "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b", title: "", alt: "", credit: "" };
  const images = [image, { ...image, alt: "A bus" }, image];
  const about = gapsOf(getTemplate(current.caseStudy), { images }).filter(({ question }) => question === "images");
  expect(about.map(({ message }) => message)).toEqual([
    "Image 1: describe the image for people who cannot see it",
    "Image 3: describe the image for people who cannot see it",
  ]);
});
