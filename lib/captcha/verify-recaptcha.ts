import { z } from "zod";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { Refusal } from "@/lib/core/refusal";

export interface RecaptchaSettings {
  readonly secret: string;
  readonly verifyUrl: string;
  /** Host names that our pages are served under: an answer given on another site is refused. */
  readonly hosts: readonly string[];
  /** Milliseconds before Google is said not to answer. */
  readonly timeout: number;
}

/** From the configuration; null when no keys are set. */
export function recaptchaSettings(): RecaptchaSettings | null {
  const secret = env.RECAPTCHA_SECRET_KEY;
  if (env.RECAPTCHA_SITE_KEY === undefined || secret === undefined) return null;
  const hosts = [new URL(env.APP_URL).host, ...env.ALLOWED_HOSTS].map(withoutPort);
  return { secret, verifyUrl: env.RECAPTCHA_VERIFY_URL, hosts, timeout: 5_000 };
}

const withoutPort = (host: string) => host.replace(/:\d+$/u, "").toLowerCase();

export type RecaptchaVerdict = "human" | "expired" | "refused";

/**
 * Asks Google what an answer is worth; each answer is usable once, which Google sees to.
 * The visitor's address is not sent. When Google does not answer, or our keys are wrong, nobody passes.
 */
export async function verifyRecaptcha(answer: string, settings: RecaptchaSettings): Promise<RecaptchaVerdict> {
  const { success, hostname, errors } = await ask(answer, settings).catch((error: unknown) => {
    log.error({ err: error }, "reCAPTCHA verification failed");
    throw unavailable();
  });
  if (success) return hostname !== undefined && settings.hosts.includes(hostname.toLowerCase()) ? "human" : "refused";
  if (errors.some((code) => code.endsWith("-input-secret") || code === "bad-request")) {
    log.error({ errors }, "reCAPTCHA refuses our request: check RECAPTCHA_SECRET_KEY");
    throw unavailable();
  }
  return errors.includes("timeout-or-duplicate") ? "expired" : "refused";
}

const verification = z
  .object({ success: z.boolean(), hostname: z.string().optional(), "error-codes": z.array(z.string()).optional() })
  .transform(({ success, hostname, "error-codes": errors = [] }) => ({ success, hostname, errors }));

async function ask(answer: string, { secret, verifyUrl, timeout }: RecaptchaSettings): Promise<z.output<typeof verification>> {
  const response = await fetch(verifyUrl, {
    method: "POST",
    body: new URLSearchParams({ secret, response: answer }),
    redirect: "error",
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new Error(`siteverify answered ${response.status}`);
  return verification.parse(await response.json());
}

const unavailable = () =>
  new Refusal("unavailable", "La vérification « Je ne suis pas un robot » ne répond pas pour le moment. Réessayez dans quelques minutes.");
