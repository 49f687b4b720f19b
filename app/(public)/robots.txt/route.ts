import { paths } from "#lib/http/paths.ts";
import { siteOrigin } from "#lib/http/site.ts";

/** Pages of one person, and of the editors. What is public but not to be listed says so itself, which only a visitor can read. */
const notForRobots = [
  ...[
    "/editor",
    "/sign-in",
    "/submit/",
    "/track/",
    "/my-case-studies",
    "/fact-check/",
    "/enquiries/",
    "/erase/",
    "/alerts/",
    "/mailbox",
  ],
  "/case-studies/*/suggest",
  "/case-studies/*/problem",
];

export const GET = (request: Request) =>
  new Response(
    [
      "User-agent: *",
      ...notForRobots.map((path) => `Disallow: ${path}`),
      "",
      `Sitemap: ${siteOrigin(request.headers.get("host"))}${paths.sitemap}`,
      "",
    ].join("\n"),
    { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" } },
  );
