/** What must never be in anything that the site says of an error: where it runs, what it runs on, what it asked its database. */
const leaks: readonly (readonly [string, RegExp])[] = [
  ["a stack frame", /\bat (?:async )?[\w$.<>[\] ]* ?\(?(?:file:|node:|webpack|\/)[^\s)]*:\d+:\d+/],
  ["the database library", /Prisma(?:Client)?|\bP[12]0\d\d\b/],
  ["a statement", /\b(?:SELECT\s.{1,300}\sFROM\s+"?\w|INSERT INTO\s+"|UPDATE\s+"\w+"\s+SET|DELETE FROM\s+")/],
  ["the database's words", /\b(?:syntax error at or near|invalid input syntax|duplicate key value|ERROR: {2})/],
  [
    "a file of the program",
    /(?:\/(?:work|srv|home|root|app|usr|tmp)\/[\w./-]+|node_modules|lib\/[\w/-]+)\.(?:[cm]?[jt]sx?)\b/,
  ],
  ["an uncaught error", /\b(?:TypeError|ReferenceError|RangeError|SyntaxError|UnhandledPromiseRejection)\b/],
];

/** Names of what a body tells that it should not; what it was sent may stand in it, so that is taken out first. */
export function leaksIn(body: string, sent: readonly string[] = []): string[] {
  const own = sent.filter((text) => text.length > 3).reduce((rest, text) => rest.replaceAll(text, ""), body);
  return leaks.filter(([, pattern]) => pattern.test(own)).map(([name]) => name);
}

export interface LogFaults {
  /** Lines that a fault of the site's has left. */
  failures: string[];
  /** Lines with something that was marked as secret or personal. */
  told: string[];
}

/** What is wrong with a log. @param canaries marks that stood where secrets and personal data stand */
export function faultsInLog(printed: string, canaries: readonly string[]): LogFaults {
  const lines = printed.split("\n").filter(Boolean);
  return {
    failures: lines.filter(isFailure),
    told: lines.filter((line) => canaries.some((canary) => line.includes(canary))),
  };
}

function isFailure(line: string): boolean {
  if (!line.startsWith("{")) return /unhandled|uncaught|error|⨯|warn/i.test(line);
  const { level } = JSON.parse(line) as { level?: number };
  return (level ?? 0) >= 50;
}
