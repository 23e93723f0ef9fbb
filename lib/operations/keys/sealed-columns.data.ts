/** A column whose values lib/core/crypto sealed: `context` is what each is bound to, given the row's key. */
export interface SealedColumn {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly context: (key: string) => string;
}

const sealedIn = (table: string, column: string, key = "id"): SealedColumn => ({
  table,
  key,
  column,
  context: (id) => `${table}|${column}|${id}`,
});

/** Every sealed column, so that a rotation of the master keys misses none; a test compares it with the sources. */
export const sealedColumns: readonly SealedColumn[] = [
  sealedIn("mails", "secrets"),
  sealedIn("totp_secrets", "secret", "account_id"),
  sealedIn("trainer_profiles", "birth_place_sealed"),
  sealedIn("change_requests", "from_sealed"),
  sealedIn("change_requests", "to_sealed"),
  sealedIn("dossiers", "draft_sealed"),
  sealedIn("dossier_versions", "answers_sealed"),
  sealedIn("dossier_versions", "former_sealed"),
];
