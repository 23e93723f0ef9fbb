import { createTransport } from "nodemailer";

export interface TransportToCheck {
  readonly SMTP_URL?: string | undefined;
  readonly RESEND_API_KEY?: string | undefined;
  readonly RESEND_BASE_URL?: string | undefined;
}

const patience = 10_000;

/** Whether mails can leave: the server greets and takes our credentials. Sends nothing. Throws when it does not. */
export async function checkTransport({
  SMTP_URL,
  RESEND_API_KEY,
  RESEND_BASE_URL = "https://api.resend.com",
}: TransportToCheck): Promise<string> {
  if (RESEND_API_KEY !== undefined) return checkResend(RESEND_BASE_URL, RESEND_API_KEY);
  if (SMTP_URL !== undefined) return checkSmtp(SMTP_URL);
  return "local mailbox (no transport configured)";
}

async function checkSmtp(url: string): Promise<string> {
  const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
  try {
    await transport.verify();
    return `SMTP ${new URL(url).host} answers`;
  } finally {
    transport.close();
  }
}

/** A key limited to sending may not list domains: it is refused by name, and works. */
async function checkResend(base: string, key: string): Promise<string> {
  const answer = await fetch(new URL("/domains", base), {
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  if (answer.ok || text.includes("restricted_api_key")) return "Resend takes the key";
  throw new Error(answer.status >= 500 ? `Resend answers ${answer.status}` : "Resend refuses the key");
}
