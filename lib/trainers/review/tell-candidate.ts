import { eq } from "drizzle-orm";
import { structures } from "@/db/schema/references";
import type { EmailKind, EmailProps } from "@/emails/registry";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { queueMail } from "@/lib/mail/queue-mail";
import { textOf } from "../profile/rules";
import type { LockedRequest } from "./lock-request";

export type CandidateMail = Extract<
  EmailKind,
  "request-validated" | "request-rejected" | "correction-asked" | "correction-reminder" | "request-archived"
>;
type Common = "firstName" | "structure" | "url";

interface Telling<Kind extends CandidateMail> {
  readonly cause: string;
  /** Page the link of the mail leads to. */
  readonly path: string;
  readonly props: Omit<EmailProps<Kind>, Common>;
}

/** Every decision is told to the trainer, with a link (EI-41). */
export async function tellCandidate<Kind extends CandidateMail>(
  tx: TxCtx,
  { request, profile }: Pick<LockedRequest, "request" | "profile">,
  kind: Kind,
  { cause, path, props }: Telling<Kind>,
): Promise<void> {
  const [structure] = await tx.db.select({ name: structures.name }).from(structures).where(eq(structures.id, request.structureId));
  const common = {
    firstName: textOf(profile.answers, "firstName"),
    structure: structure?.name ?? "",
    url: new URL(path, env.APP_URL).href,
  };
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, kind, {
      to,
      accountId: profile.accountId,
      cause,
      // Common to all five, whatever the kind: the compiler does not add the two halves of a generic type.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      props: { ...common, ...props } as unknown as EmailProps<Kind>,
      secrets: {} as never,
    });
}
