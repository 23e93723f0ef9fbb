# One image for site, worker and migrations; docs/deployment.md tells the commands. It holds no secret, and needs none to be built.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
COPY . .
# What the compiler keeps for its next run is of no use to the image.
RUN npm run build && rm -rf .next/cache

# The server of scripts/site.ts is ours, so the image carries the packages that run (not the framework's "standalone" folder).
FROM node:24-slim AS production-packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-slim
ARG APP_VERSION=dev
ENV NODE_ENV=production APP_MODE=production APP_VERSION=$APP_VERSION NEXT_TELEMETRY_DISABLED=1 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=production-packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/package.json /app/tsconfig.json /app/next.config.ts /app/proxy.ts /app/instrumentation.ts ./
COPY --from=build /app/app ./app
COPY --from=build /app/components ./components
COPY --from=build /app/db ./db
COPY --from=build /app/emails ./emails
COPY --from=build /app/lib ./lib
COPY --from=build /app/public ./public
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/worker ./worker
USER node
VOLUME /data
EXPOSE 3000
# For the site; a worker has no port: start it with --no-healthcheck.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", ".next/servers/site.mjs"]
