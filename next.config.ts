import { existsSync, writeFileSync } from "node:fs";
import type { NextConfig } from "next";

const distDir = process.env["NEXT_DIST_DIR"] ?? ".next";
// Next notes its folders in the tsconfig that it is given: a build elsewhere has one of its own.
const tsconfigPath = distDir === ".next" ? "tsconfig.json" : `tsconfig${distDir}.json`;
if (!existsSync(tsconfigPath)) writeFileSync(tsconfigPath, JSON.stringify({ extends: "./tsconfig.json" }));

// Headers that never change are set here, so that `proxy.ts` only adds the per-request CSP.
const staticHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

const config: NextConfig = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Types are checked by `npm run check`, in a second; building does not wait for them again.
  typescript: { ignoreBuildErrors: true, tsconfigPath },
  // A refused room answers 403, not 200 (lib/entry/page.tsx); the page of an unknown address is sent with no other.
  experimental: { authInterrupts: true, globalNotFound: true },
  images: { unoptimized: true },
  serverExternalPackages: [
    "postgres",
    "pg-boss",
    "pino",
    "sharp",
    "@node-rs/argon2",
    "heic-convert",
    "prom-client",
    "file-type",
    "rate-limiter-flexible",
  ],
  headers: () => Promise.resolve([{ source: "/:path*", headers: staticHeaders }]),
};

export default config;
