import { expect, test } from "vitest";
import { withoutSecrets } from "./build-if-needed";

test("TR-52 W11 the build is given no secret: what it does not know cannot reach a page", () => {
  const secrets = {
    AUTH_SECRET: "x",
    MASTER_KEYS: "x",
    CRON_SECRET: "x",
    METRICS_TOKEN: "x",
    DATABASE_URL: "x",
    DATABASE_OWNER_URL: "x",
    RESEND_API_KEY: "x",
    SMTP_URL: "x",
    UPLOADTHING_TOKEN: "x",
    S3_ACCESS_KEY_ID: "x",
    S3_SECRET_ACCESS_KEY: "x",
    RECAPTCHA_SECRET_KEY: "x",
    PGPASSWORD: "x",
  };
  const kept = {
    PATH: "/bin",
    NODE_ENV: "production",
    NEXT_DIST_DIR: ".next",
    APP_URL: "https://formation.example",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "x",
  };
  expect(withoutSecrets({ ...secrets, ...kept })).toEqual(kept);
});
