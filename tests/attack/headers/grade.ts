/*
 * Grades addresses with the observatory's own tests and policies with the evaluator's, in a process that trusts the
 * certificate. In, as JSON: where the graders lie and what to grade. Out: the grades. The command of the observatory looks at
 * the front page alone and refuses to grade an error, so its parts are put together here.
 */
import { join } from "node:path";

interface Asked {
  graders: string;
  ports: { plain: number; tls: number };
  targets: { path: string; cookie?: string }[];
}

export interface Graded {
  path: string;
  status: number;
  grade: string;
  score: number;
  failed: string[];
  /** What the evaluator finds in the content policy, with how bad it is: 10 is high, 50 perhaps of middling weight. */
  findings: { severity: number; description: string }[];
}

interface Tested {
  constructor: { name: string };
  result: string | null;
  pass: boolean;
}

type Answer = { status: number; headers: Record<string, string> };

const { graders, ports, targets } = JSON.parse(process.argv[2] ?? "") as Asked;
const modules = join(graders, "node_modules");
const observatory = (part: string) => import(join(modules, "@mdn/mdn-http-observatory/src", part));
const { retrieve } = (await observatory("retriever/retriever.js")) as {
  retrieve: (host: string, options: object) => Promise<{ responses: { auto: Answer | null } }>;
};
const { ALL_TESTS } = (await observatory("constants.js")) as { ALL_TESTS: ((seen: unknown) => Tested)[] };
const { getGradeForScore, getScoreModifier } = (await observatory("grader/grader.js")) as {
  getGradeForScore: (score: number) => { grade: string; score: number };
  getScoreModifier: (result: string) => number;
};
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT: enough } = (await observatory("grader/charts.js")) as Record<string, number>;
const { CspParser } = (await import(join(modules, "csp_evaluator/dist/parser.js"))) as {
  CspParser: new (policy: string) => { csp: unknown };
};
const { CspEvaluator } = (await import(join(modules, "csp_evaluator/dist/evaluator.js"))) as {
  CspEvaluator: new (csp: unknown) => { evaluate: () => Graded["findings"] };
};

async function grade({ path, cookie }: Asked["targets"][number]): Promise<Graded> {
  const headers = ["Accept: text/html", ...(cookie === undefined ? [] : [`Cookie: ${cookie}`])];
  const seen = await retrieve("localhost", { httpPort: ports.plain, httpsPort: ports.tls, path, headers });
  const { auto } = seen.responses;
  if (!auto) throw new Error(`Nothing answered for ${path}`);
  const tests = ALL_TESTS.map((test) => test(seen));
  const modifiers = tests.map(({ result }) => (result ? getScoreModifier(result) : 0));
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 100);
  const plain = sum(modifiers.filter((one) => one < 0));
  const final = getGradeForScore(plain >= (enough ?? 90) ? sum(modifiers) : plain);
  const failed = tests.filter(({ pass }) => !pass).map(({ constructor, result }) => `${constructor.name} ${result}`);
  const policy = auto.headers["content-security-policy"] ?? "";
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return { path, status: auto.status, ...final, failed, findings };
}

const grades: Graded[] = [];
for (const target of targets) grades.push(await grade(target));
process.stdout.write(JSON.stringify(grades));
process.exit(0);
