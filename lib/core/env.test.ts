import { afterEach, describe, expect, test, vi } from "vitest";

/** Reads the configuration anew from these variables; gives the message of what refuses it. */
async function refusalOf(variables: Readonly<Record<string, string | undefined>>): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const error: unknown = await import("./env").then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : "";
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
const sound = { DATABASE_URL: "postgres://u:p@127.0.0.1/x", AUTH_SECRET: "s".repeat(32), MASTER_KEYS: `one:${key(1)}` };
const production = {
  ...sound,
  APP_MODE: "production",
  APP_URL: "https://formation.example",
  SMTP_URL: "smtp://mail.example",
  CRON_SECRET: "c".repeat(32),
  METRICS_TOKEN: "m".repeat(16),
};

describe("TR-52 the configuration is checked when the process starts", () => {
  test("TR-52 a demonstration needs little, production a mail transport, secrets and https", async () => {
    expect(await refusalOf(sound)).toBe("");
    expect(await refusalOf(production)).toBe("");
    expect(await refusalOf({ ...production, SMTP_URL: undefined, RESEND_API_KEY: "re_x" })).toBe("");
  });

  test("TR-52 one message names every error at once, whatever its kind", async () => {
    const message = await refusalOf({
      APP_MODE: "production",
      APP_URL: "http://formation.example",
      DATABASE_URL: "mysql://x/y",
      AUTH_SECRET: "short",
      MASTER_KEYS: "one:AAAA",
      LOG_LEVEL: "loud",
      FILE_STORE: "s3",
      RECAPTCHA_SITE_KEY: "site",
    });
    const named = [
      "APP_URL",
      "DATABASE_URL",
      "AUTH_SECRET",
      "MASTER_KEYS",
      "LOG_LEVEL",
      "S3_BUCKET",
      "S3_ACCESS_KEY_ID",
      "S3_SECRET_ACCESS_KEY",
      "RECAPTCHA_SECRET_KEY",
      "SMTP_URL",
      "CRON_SECRET",
      "METRICS_TOKEN",
    ];
    expect(named.filter((name) => !message.includes(`- ${name}: `))).toEqual([]);
  });

  test("TR-52 the message never repeats a value: it may be a secret", async () => {
    const message = await refusalOf({
      ...sound,
      AUTH_SECRET: "canary-secret",
      MASTER_KEYS: "canary:canary-key",
      DATABASE_URL: "canary://user:canary-password@host/x",
    });
    expect(message).toContain("AUTH_SECRET");
    expect(message).not.toMatch(/canary/u);
  });

  test("TR-52 an empty variable counts as absent", async () => {
    expect(await refusalOf({ ...sound, SMTP_URL: "", CRON_SECRET: "" })).toBe("");
    expect(await refusalOf({ ...sound, AUTH_SECRET: "" })).toContain("AUTH_SECRET");
  });

  test.each([
    ["a key of 16 bytes", `one:${Buffer.alloc(16).toString("base64")}`],
    ["two keys of one name", `one:${key(1)},one:${key(2)}`],
    ["a name with a dot, which would cut the sealed value elsewhere", `o.ne:${key(1)}`],
    ["no name", key(1)],
  ])("TR-30 master keys are refused: %s", async (_name, MASTER_KEYS) => {
    expect(await refusalOf({ ...sound, MASTER_KEYS })).toContain("MASTER_KEYS");
  });

  test("TR-30 the first master key is the active one, the others read", async () => {
    expect(await refusalOf({ ...sound, MASTER_KEYS: `new:${key(2)}, old:${key(1)}` })).toBe("");
    const { env } = await import("./env");
    expect(env.MASTER_KEYS.map(({ id }) => id)).toEqual(["new", "old"]);
  });
});
