import type { NextConfig } from "next";

/** The least a Next site can be: what ours is compared with. */
const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["postgres"],
  // An ending of its own: the builder looks for `proxy.ts` and `instrumentation.ts` in the folders above too, where ours are.
  pageExtensions: ["floor.tsx"],
};

export default config;
