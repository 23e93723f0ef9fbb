import { expect, type APIRequestContext } from "@playwright/test";

export interface LocalMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: string;
}

/** The mails an address has received, newest first. */
export async function mailsTo(request: APIRequestContext, address: string): Promise<LocalMail[]> {
  const answer = await request.get(`/courrier-local.json?to=${encodeURIComponent(address)}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as LocalMail[];
}

/** Waits for a mail whose subject contains `subject`; the newest one. */
export async function mailTo(request: APIRequestContext, address: string, subject: string): Promise<LocalMail> {
  let found: LocalMail | undefined;
  await expect(async () => {
    found = (await mailsTo(request, address)).find((mail) => mail.subject.includes(subject));
    expect(found, `a mail to ${address} about "${subject}"`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  if (found === undefined) throw new Error("no mail");
  return found;
}

/** The link that a mail shows in clear, as a path of the site. */
export function linkIn(mail: LocalMail): string {
  const found = /https?:\/\/[^/\s]+(\/compte\/lien\/[\w-]+)/u.exec(mail.text)?.[1];
  if (found === undefined) throw new Error(`no link in "${mail.subject}"`);
  return found;
}

/** The eight digits of a mail. */
export function codeIn(mail: LocalMail): string {
  const found = /\b(\d{4})[\s\u00a0](\d{4})\b/u.exec(mail.text);
  if (found === null) throw new Error(`no code in "${mail.subject}"`);
  return `${found[1]}${found[2]}`;
}
