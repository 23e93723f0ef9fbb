import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { type ManagedAd, readManagedAd } from "../ads/manage-ads";
import { matchSentence } from "./match-rules";
import { everyReceived, type ReceivedFilter } from "./received-applications";
import { applicationStateLabels } from "./vocabulary";

export const receivedCsvHeader = [
  "Nom",
  "Prénom",
  "Message",
  "Correspondance",
  "Adresse électronique",
  "Portable",
  "Téléphone",
  "État",
  "Motif",
  "Reçue le",
];

/** The applications to an ad, as lines of a file, each as its list shows it; recorded before its first line (AD-05, AD-13). */
export async function exportReceived(
  ctx: Ctx,
  adId: string,
  filter: ReceivedFilter,
): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  const ad = await readManagedAd(ctx, adId);
  await auditLook(ctx, { action: "application.export", subject: { type: "ad", id: adId }, details: { searched: filter.query !== "" } });
  return batches(ctx, ad, filter);
}

async function* batches(ctx: Ctx, ad: ManagedAd, filter: ReceivedFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  for await (const lines of everyReceived(ctx, ad, filter))
    yield lines.map(({ lastName, firstName, comment, match, address, mobile, phone, state, reason, sentAt }) => [
      lastName,
      firstName,
      comment,
      matchSentence(match),
      address,
      mobile,
      phone,
      applicationStateLabels[state],
      reason,
      sentAt,
    ]);
}
