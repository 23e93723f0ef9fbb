interface Treatment {
  /** The section of the download where it is found, or why it is not in it. */
  readonly download: { readonly section: string } | { readonly left: string };
  /** What becomes of it when the account is closed. */
  readonly closing: "erased" | "anonymised" | { readonly kept: string };
}

const ledger = { kept: "identifiers only; goes with age (retention.auditMonths)" } as const;
const ofStaff = { left: "what the person did as staff is in their activity (audit log)" } as const;
const idOnly = { kept: "an identifier, that leads to an account without a name" } as const;

/**
 * Every column of the database that points at a person, as "table.column": what the download of one's data and the
 * closing of the account do with it. A test walks the schema: a new column that is not here fails it.
 */
export const personColumns = {
  "accounts.id": { download: { section: "identity" }, closing: "anonymised" },
  "account_addresses.account_id": { download: { section: "addresses" }, closing: "erased" },
  "password_history.account_id": { download: { section: "passwords" }, closing: "erased" },
  "app_consents.account_id": { download: { section: "consents" }, closing: idOnly },
  "terms_acceptances.account_id": { download: { section: "terms" }, closing: { kept: "proof of what was accepted, without a name" } },
  "totp_secrets.account_id": { download: { section: "factors" }, closing: "erased" },
  "recovery_codes.account_id": { download: { section: "factors" }, closing: "erased" },
  "passkeys.account_id": { download: { section: "factors" }, closing: "erased" },
  "passkey_challenges.account_id": { download: { left: "random numbers that live five minutes" }, closing: "erased" },
  "role_grants.account_id": { download: { section: "roles" }, closing: idOnly },
  "role_grants.granted_by": { download: ofStaff, closing: idOnly },
  "role_grants.withdrawn_by": { download: ofStaff, closing: idOnly },
  "ads.created_by": { download: ofStaff, closing: idOnly },
  "news_items.created_by": { download: ofStaff, closing: idOnly },
  "news_items.changed_by": { download: ofStaff, closing: idOnly },
  "document_versions.created_by": { download: ofStaff, closing: idOnly },
  "document_versions.published_by": { download: ofStaff, closing: idOnly },
  "login_sessions.account_id": { download: { section: "sessions" }, closing: "anonymised" },
  "mailed_links.subject_id": { download: { section: "links" }, closing: "anonymised" },
  "files.owner_id": { download: { section: "files" }, closing: "erased" },
  "mails.account_id": { download: { section: "mails" }, closing: "erased" },
  "audit_log.actor_id": { download: { section: "activity" }, closing: ledger },
  "audit_log.account_id": { download: { section: "activity" }, closing: ledger },
  "trainer_profiles.account_id": { download: { section: "trainer" }, closing: "erased" },
  "profile_requests.decided_by": { download: ofStaff, closing: idOnly },
  "profile_remarks.author_id": { download: ofStaff, closing: idOnly },
  "request_reservations.account_id": { download: { left: "lives a few minutes" }, closing: idOnly },
  "review_drafts.account_id": { download: ofStaff, closing: idOnly },
  "profile_events.actor_id": { download: ofStaff, closing: idOnly },
  "phrasings.updated_by": { download: ofStaff, closing: idOnly },
  "cv_notes.author_id": { download: ofStaff, closing: idOnly },
  "shortlist_entries.added_by": { download: ofStaff, closing: idOnly },
  "saved_searches.account_id": { download: { section: "searches" }, closing: "erased" },
  "ad_applications.answered_by": { download: ofStaff, closing: idOnly },
  "ad_invitations.invited_by": { download: ofStaff, closing: idOnly },
  "interventions.recorded_by": { download: ofStaff, closing: idOnly },
  "change_requests.decided_by": { download: ofStaff, closing: idOnly },
  "dossier_versions.decided_by": { download: ofStaff, closing: idOnly },
  "dossier_versions.approved_by": { download: ofStaff, closing: idOnly },
  "dossier_reviews.reviewer_id": { download: ofStaff, closing: idOnly },
  "dossier_requests.asked_by": { download: ofStaff, closing: idOnly },
  "dossier_openings.account_id": { download: ofStaff, closing: idOnly },
  "dossier_looks.account_id": { download: ofStaff, closing: idOnly },
  "validity_extensions.granted_by": { download: ofStaff, closing: idOnly },
  "api_keys.created_by": { download: ofStaff, closing: idOnly },
  "settings.updated_by": { download: ofStaff, closing: idOnly },
} as const satisfies Record<string, Treatment>;
