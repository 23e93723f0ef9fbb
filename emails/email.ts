import type { ReactElement } from "react";
import type { Institution } from "@/lib/settings/institution";

/**
 * One mail: its subject, its sender's name, and what it says. `Props` is kept in the database;
 * `Secrets` (links, codes) is sealed until the mail is out, then erased.
 */
export interface Email<Props extends object, Secrets extends object> {
  readonly subject: (props: Props, institution: Institution) => string;
  readonly from: (institution: Institution) => string;
  /** Names people other than who reads it: what it told is erased once it is out, as links are. */
  readonly namesOthers?: boolean;
  readonly Body: (given: Props & Secrets & { readonly institution: Institution }) => ReactElement;
  /** Sample values: every mail is rendered from them by a test, and shown in the back office. */
  readonly preview: { readonly props: Props; readonly secrets: Secrets };
}

/** Keeps the exact types of props and secrets. */
export const email = <Props extends object, Secrets extends object>(definition: Email<Props, Secrets>): Email<Props, Secrets> => definition;

/** A mail without link or code. */
export type NoSecrets = Record<never, never>;

export const fromAccount = (institution: Institution) => `Mon Compte ${institution.shortName}`;

export const trainersApplication = "Espace Intervenants";
export const fromTrainers = (institution: Institution) => `${trainersApplication} ${institution.shortName}`;
