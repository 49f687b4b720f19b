import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";

/*
 * Owes the letters of alerts in a process of its own, which can be killed. Usage: node look-for-news.ts 2030-01-02T12:00:00Z
 */
await oweDigests(new Date(process.argv[2] ?? ""));
process.exit();
