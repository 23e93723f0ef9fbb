import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { piecesOf } from "./extension-scope";
import { can } from "./policy";
import type { ExtensionInput } from "./schemas";

export interface ExtensionPreview {
  readonly pieces: number;
  /** Of them, those that are over already: their files may be whole again. */
  readonly ended: number;
  /** Who will be told: those whose account is open. */
  readonly people: number;
}

/** What an extension would touch, before it is granted (EI-106). */
export async function previewExtension({ db, actor, now }: Ctx, input: ExtensionInput): Promise<ExtensionPreview> {
  ensure(can.extend(actor));
  const [counted] = await db.execute<{ pieces: number; ended: number; people: number }>(sql`
    select count(*)::int as pieces,
      (count(*) filter (where v.ends_on < (${now.toISOString()}::timestamptz at time zone 'Europe/Paris')::date))::int as ended,
      (count(distinct person.id))::int as people
    from dossier_versions v
    join dossiers dossier on dossier.id = v.dossier_id
    join trainer_profiles profile on profile.id = dossier.profile_id
    left join accounts person on person.id = profile.account_id and person.closed_at is null and person.blocked_at is null
    where ${piecesOf(input)}`);
  return { pieces: counted?.pieces ?? 0, ended: counted?.ended ?? 0, people: counted?.people ?? 0 };
}
