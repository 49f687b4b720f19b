import { expect, test } from "vitest";
import { queueOf } from "#lib/domain/addresses/queues.ts";

test.each([
  ["/", "public"],
  ["/case-studies", "public"],
  ["localhost:3000 /case-studies", "public"],
  ["/case-studies/night-buses", "public"],
  ["/api/v1/case-studies/night-buses", "public"],
  ["/files/1/x.pdf", "public"],
  ["/no-such-page?x=1", "public"],
  ["/case-studies?q=buses", "dear"],
  ["localhost:3000 /case-studies?q=buses", "dear"],
  ["/councils?q=dorset", "dear"],
  ["/suggestions?q=d", "dear"],
  ["/api/v1/case-studies?page=9", "dear"],
  ["/case-studies.csv", "dear"],
  ["/case-studies.atom?q=x", "dear"],
  ["/case-studies/night-buses.docx", "dear"],
  ["/downloads/case-studies.csv", "dear"],
  ["/submit", "public"],
  ["/submit/start", "own"],
  ["/submit/token/case-study.docx", "own"],
  ["/track/token", "own"],
  ["/editor", "own"],
  ["/editor/queue?state=held", "own"],
  ["/editorial", "public"],
  ["/sign-in?next=%2Feditor", "own"],
])("%s waits in the queue for what is %s", (address, queue) => {
  expect(queueOf(address)).toBe(queue);
});
