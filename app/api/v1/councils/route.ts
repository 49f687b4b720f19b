import { listAllCouncils } from "#lib/data/directory/council-list.ts";
import { councilsBody } from "#lib/feeds/api/reference.ts";
import { answer, refuseParameters } from "../answer.ts";

export const GET = (request: Request) =>
  answer(request, async () => refuseParameters(request) ?? { body: councilsBody(await listAllCouncils()) });
