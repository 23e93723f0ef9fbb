import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import {
  authorities,
  communePostcodes,
  communes,
  countries,
  departments,
  referenceImports,
  regions,
  specialties,
  structures,
  subSpecialties,
  trainingTypes,
} from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { divisionsVersion, readDivisions } from "./import/read-divisions";
import { writeDivisions } from "./import/write-divisions";
import { addInstitution, countryRows, writeCountries } from "./import/write-institution";
import { can } from "./policy";
import { specialtiesData } from "./specialties.data";
import { structuresData } from "./structures.data";
import { trainingTypesData } from "./training-types.data";
import { upperAuthoritiesData } from "./upper-authorities.data";

/** Raise when what is made of the data changes, so that a start imports again. */
const importRevision = 1;
const source = "references";
/** Any number: two servers that start together import one after the other. */
const importLock = 7_264_152;

const counted = {
  regions,
  departments,
  communes,
  postcodes: communePostcodes,
  authorities,
  structures,
  specialties,
  subSpecialties,
  trainingTypes,
  countries,
} as const;

/** How many rows each reference table holds after an import. */
export type ReferenceCounts = Readonly<Record<keyof typeof counted, number>>;

export interface ReferenceImport {
  /** False when the tables already held this version and nothing was asked again. */
  readonly imported: boolean;
  readonly version: string;
  readonly counts: ReferenceCounts;
}

/**
 * Imports regions, departments, communes, postcodes, authorities and countries from their packages, and adds the
 * structures, specialties and training types that are missing (TR-51 "import references"). Safe to run again, and twice at once.
 * `onlyIfNew` does nothing when this version was imported already.
 */
export function importReferences(ctx: Ctx, { onlyIfNew = false }: { readonly onlyIfNew?: boolean } = {}): Promise<ReferenceImport> {
  return withTx(ctx, async (tx) => {
    ensure(can.importReferences(tx.actor));
    await tx.db.execute(sql`select pg_advisory_xact_lock(${importLock})`);
    const version = await availableVersion();
    const [known] = await tx.db
      .select({ version: referenceImports.version })
      .from(referenceImports)
      .where(eq(referenceImports.source, source));
    if (onlyIfNew && known?.version === version) return { imported: false, version, counts: await countAll(tx) };
    await writeDivisions(tx, await readDivisions());
    await writeCountries(tx);
    await addInstitution(tx);
    await tx.db
      .insert(referenceImports)
      .values({ source, version, importedAt: tx.now })
      .onConflictDoUpdate({ target: referenceImports.source, set: { version, importedAt: tx.now } });
    const counts = await countAll(tx);
    await audit(tx, { action: "references.import", details: { version, ...counts } });
    return { imported: true, version, counts };
  });
}

/** "6.0.0-1-0123456789ab": the package, our reading of it, and our own lists. */
async function availableVersion(): Promise<string> {
  const ours = JSON.stringify([structuresData, specialtiesData, trainingTypesData, upperAuthoritiesData, countryRows()]);
  return `${await divisionsVersion()}-${importRevision}-${createHash("sha256").update(ours).digest("hex").slice(0, 12)}`;
}

async function countAll({ db }: TxCtx): Promise<ReferenceCounts> {
  const [row] = await db.execute<Record<keyof ReferenceCounts, number>>(
    sql`select ${sql.join(
      Object.entries(counted).map(([name, table]) => sql`(select count(*)::integer from ${table}) as ${sql.identifier(name)}`),
      sql`, `,
    )}`,
  );
  if (row === undefined) throw new Error("the references could not be counted");
  return row;
}
