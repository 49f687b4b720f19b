import { z } from "zod";
import { wordsFor } from "#lib/domain/error-words.ts";
import type { ParameterError } from "#lib/http/api/parameter-errors.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";

const parameterError = z.strictObject({
  parameter: z.string().meta({ description: "The name, as it was sent." }),
  detail: z.string().meta({ description: "What is wrong with it." }),
});

export const problem = z
  .strictObject({
    type: z.string().meta({ format: "uri-reference" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional().meta({ description: "The number of the request in the site’s log." }),
    errors: z.array(parameterError).optional().meta({ description: "Every parameter that could not be used." }),
  })
  .meta({ id: "Problem", description: "What went wrong, as RFC 9457 has it." });
type Problem = z.output<typeof problem>;

/** That parameters could not be used, and which. */
export const badParameters = (errors: ParameterError[]): Problem => ({
  type: printedAddress(`${paths.api}#errors`),
  title: "Some parameters could not be used",
  status: 400,
  detail: errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(" "),
  errors,
});

/** That there is nothing at an address, or nothing any more. */
export const notThere = (status: 404 | 410, detail = wordsFor(status).text): Problem => ({
  ...{ type: "about:blank", title: wordsFor(status).title, status, detail },
});
