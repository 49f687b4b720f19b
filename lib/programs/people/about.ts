import { runToItsEnd } from "../launch/closing.ts";
import { runProgram } from "../launch/complaint.ts";
import { readAsked } from "./asked.ts";
import { withDatabase } from "./with-database.ts";

/*
 * Prints everything that is held about whoever has an e-mail address, as JSON.
 */
await runProgram(() =>
  runToItsEnd(async (closing) => {
    const { email } = readAsked(process.argv.slice(2), "npm run about -- someone@council.gov.uk");
    await withDatabase(closing);
    const { copyOf } = await import("#lib/data/people/copy/copy.ts");
    const { writeCopy } = await import("#lib/domain/people/write-copy.ts");
    console.log(writeCopy(await copyOf(email)));
  }),
);
