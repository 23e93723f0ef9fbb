import { sql } from "drizzle-orm";
import { employers } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { firstSiret } from "@/lib/references/siret";

const communesShown = 330;
const intercommunalitiesShown = 70;

interface LargeAuthority extends Record<string, unknown> {
  readonly kind: "commune" | "intercommunality";
  readonly name: string;
  readonly siren: string;
  readonly postcode: string;
  readonly city: string;
}

/**
 * Fills an empty table of public employers with the largest communes and intercommunalities (EI-25); true when it did.
 * SIRENs are real ones of the references; an intercommunality sits in its largest commune.
 */
export function seedDemonstrationEmployers(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${employers} in share row exclusive mode`);
    if ((await tx.db.$count(employers)) > 0) return false;
    const rows = await tx.db.execute<LargeAuthority>(sql`
      (select kind, name, siren, postcodes[1] as postcode, name as city
        from authorities where active and kind = 'commune' and postcodes <> '{}'
        order by population desc, siren limit ${communesShown})
      union all
      (select large.kind, large.name, large.siren, seat.postcodes[1], seat.name
        from (select * from authorities where active and kind = 'intercommunality' order by population desc, siren limit ${intercommunalitiesShown}) large
        cross join lateral (
          select name, postcodes from authorities commune
          where commune.active and commune.kind = 'commune' and commune.department_code = large.department_code and commune.postcodes && large.postcodes
          order by commune.population desc limit 1) seat)`);
    if (rows.length === 0) return false;
    await tx.db.insert(employers).values(
      rows.map(({ kind, name, siren, postcode, city }) => ({
        name: kind === "commune" ? `Commune ${ofPlace(name)}` : name,
        siret: firstSiret(siren),
        street: "Place de l’Hôtel-de-Ville",
        postcode,
        city,
      })),
    );
    return true;
  });
}

/** "de Cachan", "d’Arcueil", "du Havre", "des Lilas": the place after "Commune". */
export function ofPlace(name: string): string {
  if (name.startsWith("Le ")) return `du ${name.slice(3)}`;
  if (name.startsWith("Les ")) return `des ${name.slice(4)}`;
  return /^[aeiouyhàâéèêëîïôöùûœ]/iu.test(name.normalize("NFC")) ? `d’${name}` : `de ${name}`;
}
