import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { LinkPurpose } from "@/lib/accounts/links/vocabulary";
import { siteDatabase } from "./database";
import { aPerson, type MadePerson } from "./made-people";

interface MadeLink {
  readonly path: string;
  readonly isUsed: () => Promise<boolean>;
}

/** A live link of a purpose, as a mail would carry it; for the person given, or for somebody. */
export async function aLink(purpose: LinkPurpose, person?: MadePerson): Promise<MadeLink> {
  const sql = await siteDatabase();
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  const subject = purpose === "confirm_registration" ? randomUUID() : (person ?? (await aPerson({ firstName: "Scan" }))).id;
  const address = person?.address ?? `scan.${randomBytes(5).toString("hex")}@exemple.fr`;
  if (purpose === "confirm_registration") {
    await sql`insert into registration_requests (id, application, civility, first_name, last_name, address, canonical, password_hash, expires_at)
      values (${subject}, 'compte', 'mme', 'Scan', 'Fleur', ${address}, ${address}, 'unusable', now() + interval '1 day')`;
  }
  await sql`insert into mailed_links (purpose, subject_id, address, token_hash, expires_at) values (${purpose}, ${subject}, ${address}, ${hash}, now() + interval '1 day')`;
  return {
    path: `/compte/lien/${token}`,
    isUsed: async () => {
      const [row] = await sql`select used_at is not null or voided_at is not null as used from mailed_links where token_hash = ${hash}`;
      return row?.["used"] === true;
    },
  };
}
