import { env } from "@/lib/core/env";
import { localTransport } from "./local-transport";
import { resendTransport } from "./resend-transport";
import { smtpTransport } from "./smtp-transport";
import type { Transport } from "./transport";

/** The transport of the configuration; the local mailbox when none is set (TR-01). */
export function chooseTransport(): Transport {
  if (env.RESEND_API_KEY !== undefined) return resendTransport({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL });
  if (env.SMTP_URL !== undefined) return smtpTransport({ url: env.SMTP_URL, messageHost: new URL(env.APP_URL).hostname });
  return localTransport();
}
