import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

/** One parsed master key: `id` travels beside the cipher text, so that old keys keep reading. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

const masterKeys = z.string().transform((text, context): readonly MasterKey[] => {
  const keys = text.split(",").map((part) => {
    const [id = "", encoded = ""] = part.trim().split(":");
    return { id, key: Buffer.from(encoded, "base64") };
  });
  const valid = keys.every(({ id, key }) => /^[a-z0-9-]{1,20}$/u.test(id) && key.length === 32);
  if (!valid || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue({ code: "custom", message: "expected id:base64 pairs of 32-byte keys, separated by commas" });
    return z.NEVER;
  }
  return keys;
});

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const hosts = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  );

/** The configuration is wrong; its message names every error at once, and repeats no value: it may be a secret. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  constructor(lines: readonly string[]) {
    super(`Configuration refused (docs/deployment.md explains each name):\n${lines.map((line) => `  - ${line}`).join("\n")}`);
  }
}

/** What is wrong between variables, judged on what was given, so that it shows beside what is wrong in each. */
function problemsBetween(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const has = (name: string) => (given[name] ?? "") !== "";
  const needs = (needed: boolean, name: string, why: string) => (needed && !has(name) ? [`${name}: ${why}`] : []);
  const pair = (one: string, other: string) => [
    ...needs(has(one), other, `required because ${one} is set`),
    ...needs(has(other), one, `required because ${other} is set`),
  ];
  const production = given["APP_MODE"] === "production";
  const s3 = given["FILE_STORE"] === "s3";
  return [
    ...pair("RECAPTCHA_SITE_KEY", "RECAPTCHA_SECRET_KEY"),
    ...pair("MATOMO_URL", "MATOMO_SITE_ID"),
    ...needs(given["FILE_STORE"] === "uploadthing", "UPLOADTHING_TOKEN", "required by FILE_STORE=uploadthing"),
    ...["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"].flatMap((name) => needs(s3, name, "required by FILE_STORE=s3")),
    ...(has("RESEND_API_KEY") && has("SMTP_URL") ? ["SMTP_URL: set either RESEND_API_KEY or SMTP_URL, not both"] : []),
    ...needs(production && !has("RESEND_API_KEY"), "SMTP_URL", "production needs a mail transport: SMTP_URL or RESEND_API_KEY"),
    ...["CRON_SECRET", "METRICS_TOKEN"].flatMap((name) => needs(production, name, "required in production")),
    ...(production && !(given["APP_URL"] ?? "").startsWith("https://") ? ["APP_URL: production needs an https:// address"] : []),
  ];
}

const between = problemsBetween(process.env);
/** The build needs no configuration. */
const skipValidation = process.env["NEXT_PHASE"] === "phase-production-build";

/**
 * The configuration, read and checked once. The only file that reads `process.env` (TR-52);
 * docs/deployment.md explains each name.
 */
export const env = createEnv({
  server: {
    APP_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
    APP_URL: z.url({ protocol: /^https?$/u }).default("http://localhost:3000"),
    ALLOWED_HOSTS: hosts,
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    DATA_DIR: z.string().min(1).default(".data"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }),
    DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(8),
    DATABASE_PREPARE: flag.prefault("1"),
    AUTH_SECRET: z.string().min(32),
    MASTER_KEYS: masterKeys,
    CRON_SECRET: z.string().min(32).optional(),
    METRICS_TOKEN: z.string().min(16).optional(),
    RESEND_API_KEY: z.string().min(1).optional(),
    RESEND_BASE_URL: z.url().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
    MAIL_FROM_ADDRESS: z.email().default("ne-pas-repondre@demo.example"),
    MAIL_REPLY_TO: z.email().default("contact@demo.example"),
    FILE_STORE: z.enum(["local", "uploadthing", "s3"]).default("local"),
    UPLOADTHING_TOKEN: z.string().min(1).optional(),
    UPLOADTHING_API_URL: z.url().optional(),
    UPLOADTHING_INGEST_URL: z.url().optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().default("eu-west-3"),
    S3_BUCKET: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    CLAMD_URL: z.url({ protocol: /^tcp$/u }).optional(),
    RECAPTCHA_SITE_KEY: z.string().optional(),
    RECAPTCHA_SECRET_KEY: z.string().optional(),
    RECAPTCHA_VERIFY_URL: z.url().default("https://www.google.com/recaptcha/api/siteverify"),
    MATOMO_URL: z.url().optional(),
    MATOMO_SITE_ID: z.coerce.number().int().positive().optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    MAINTENANCE: flag,
    APP_VERSION: z.string().default("dev"),
  },
  client: {},
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
  skipValidation,
  onValidationError: (issues) => {
    const each = issues.map((issue) => `${(issue.path ?? []).map(String).join(".") || "configuration"}: ${issue.message}`);
    throw new ConfigurationError([...each, ...between]);
  },
});

// Each was right by itself.
if (!skipValidation && between.length > 0) throw new ConfigurationError(between);

export const isProduction = () => env.APP_MODE === "production";
export const isDemonstration = () => env.APP_MODE === "demonstration";
