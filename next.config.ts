import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a site must not fail to start over a test that does not compile.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Pages leave without script, so their metadata must be in the head from the first byte.
  htmlLimitedBots: /.*/,
  // Its way to buckets loads a client that is only there, and only wanted, where one is used.
  serverExternalPackages: ["flydrive"],
  typedRoutes: false,
  rewrites: async () => [
    { source: "/case-studies/:slug([^/.]+).json", destination: "/api/v1/case-studies/:slug" },
    { source: "/case-studies/:slug([^/.]+).docx", destination: "/case-studies/:slug/case-study.docx" },
  ],
  experimental: {
    serverActions: { allowedOrigins: [] },
    // Guards stop a request with 401 or 403, which the gate answers.
    authInterrupts: true,
  },
} satisfies NextConfig;
