import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { TxCtx } from "@/lib/core/ctx";
import { queueMail } from "@/lib/mail/queue-mail";
import type { Person } from "./people";

/** Queues the mail that tells a structure of an application to its ad (EI-14). */
export async function tellStructure(tx: TxCtx, application: { readonly id: string; readonly adId: string }, person: Person): Promise<void> {
  const [ad] = await tx.db
    .select({ number: ads.number, title: ads.title, address: structures.address })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(eq(ads.id, application.adId));
  if (ad === undefined) throw new Error("application without an ad");
  await queueMail(tx, "application-received", {
    to: ad.address,
    cause: `application:${application.id}`,
    props: { applicant: `${person.firstName} ${person.lastName}`, adId: application.adId, number: ad.number ?? "", title: ad.title },
    secrets: {},
  });
}
