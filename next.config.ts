import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Pages leave without script, so their metadata must be in the head from the first byte.
  htmlLimitedBots: /.*/,
  typedRoutes: false,
  experimental: {
    serverActions: { allowedOrigins: [] },
  },
} satisfies NextConfig;
