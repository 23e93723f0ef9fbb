import type { Civility } from "@/lib/accounts/registration/vocabulary";
import { civilityLabels } from "@/lib/accounts/registration/vocabulary";
import { shortDay } from "@/lib/core/format";
import type { FieldErrors } from "@/lib/core/refusal";
import { shownPhone } from "@/lib/accounts/phone/rules";

/** What a person says of themselves; the day as "1980-02-01", the telephone as "+33612345678". */
export interface Identity {
  readonly civility: Civility;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthName: string | null;
  readonly bornOn: string | null;
  readonly phone: string | null;
}

export const identityFields = [
  "civility",
  "firstName",
  "lastName",
  "birthName",
  "bornOn",
  "phone",
] as const satisfies readonly (keyof Identity)[];
export type IdentityField = (typeof identityFields)[number];

/** Fields whose value differs. */
export const differences = (one: Identity, other: Identity): IdentityField[] =>
  identityFields.filter((field) => one[field] !== other[field]);

/** A day on which somebody alive and old enough to hold an account was born. */
export function bornOnRefusal(bornOn: string | null, now: Date): string | null {
  if (bornOn === null) return null;
  const age = now.getUTCFullYear() - Number(bornOn.slice(0, 4));
  if (bornOn > now.toISOString().slice(0, 10)) return "Cette date est à venir. Vérifiez l’année.";
  return age < 14 ? "Cette date donne moins de 14 ans. Vérifiez l’année." : null;
}

const shown: { readonly [Field in IdentityField]: (identity: Identity) => string | null } = {
  civility: ({ civility }) => civilityLabels[civility],
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  birthName: ({ birthName }) => birthName,
  bornOn: ({ bornOn }) => (bornOn === null ? null : shortDay(bornOn)),
  phone: ({ phone }) => (phone === null ? null : shownPhone(phone)),
};

const labels = {
  civility: "Civilité",
  firstName: "Prénom",
  lastName: "Nom",
  birthName: "Nom de naissance",
  bornOn: "Date de naissance",
  phone: "Téléphone",
} as const satisfies Record<IdentityField, string>;

/** Beside each field that was changed elsewhere: what is stored now, so that both values are in view. */
export function conflictErrors(stored: Identity, fields: readonly IdentityField[]): FieldErrors {
  const errors = fields.map((field) => {
    const value = shown[field](stored);
    return [
      field,
      [value === null ? `${labels[field]} : effacé entre-temps.` : `${labels[field]} : « ${value} » a été enregistré entre-temps.`],
    ] as const;
  });
  return {
    ...Object.fromEntries(errors),
    overwrite: ["Cochez cette case pour garder ce que vous avez saisi, ou rechargez la page pour garder ce qui est enregistré."],
  };
}
