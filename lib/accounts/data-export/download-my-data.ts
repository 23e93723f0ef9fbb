import { lockPerson } from "@/lib/accounts/people/lock-person";
import { mine } from "@/lib/accounts/identity/policy";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { audit } from "@/lib/audit/audit";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { duration } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readInstitution } from "@/lib/settings/institution";
import { type DataSection, lastDownload, mySections } from "./read-my-data";
import { waitBeforeDownload } from "./rules";
import { type DataFormat, sectionLabels } from "./vocabulary";

export interface MyData {
  readonly titre: string;
  readonly date: string;
  readonly responsable: string;
  readonly contact: string;
  readonly rubriques: readonly { readonly titre: string; readonly lignes: readonly object[] }[];
}

/** A copy of everything known of the person who asks (RGPD, articles 15 and 20): after a fresh proof, each format once a day. */
export function downloadMyData(ctx: Ctx, { format }: { readonly format: DataFormat }): Promise<MyData> {
  const actor = mine(ctx.actor);
  requireFreshProof(ctx);
  return withTx(ctx, async (tx) => {
    // Two downloads at once take turns, so that the second reads of the first.
    await lockPerson(tx, actor.accountId);
    const wait = waitBeforeDownload(await lastDownload(tx, actor, format), tx.now);
    if (wait > 0)
      throw new Refusal(
        "limited",
        `Vous avez déjà téléchargé vos données sous cette forme aujourd’hui. Le prochain téléchargement sera possible dans ${duration(wait)}.`,
        {},
        wait,
      );
    const data = await readAll(tx, actor);
    await audit(tx, {
      action: "account.data_downloaded",
      accountId: actor.accountId,
      subject: { type: "account", id: actor.accountId },
      details: { format },
    });
    return data;
  });
}

async function readAll(tx: TxCtx, actor: SignedIn): Promise<MyData> {
  const institution = await readInstitution(tx);
  const sections = Object.keys(mySections) as DataSection[];
  const rubriques = await Promise.all(
    sections.map(async (section) => ({ titre: sectionLabels[section], lignes: await mySections[section](tx, actor) })),
  );
  return {
    titre: `Vos données dans Mon Compte ${institution.shortName}`,
    date: tx.now.toISOString(),
    responsable: institution.name,
    contact: institution.dataProtectionAddress,
    rubriques,
  };
}
