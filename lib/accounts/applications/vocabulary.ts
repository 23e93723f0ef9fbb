/** The applications that one account opens. Labels and rules of each: applications.data.ts. */
export const applicationIds = ["compte", "communautes", "intervenants", "inscription", "formadist", "gestion"] as const;
export type ApplicationId = (typeof applicationIds)[number];

/** What an application may read of the account, asked for by the consent screen (MC-13). */
export const dataScopes = ["first_name", "last_name", "address", "birth", "phone"] as const;
export type DataScope = (typeof dataScopes)[number];

export const dataScopeLabels = {
  first_name: "Prénom",
  last_name: "Nom",
  address: "Courriel",
  birth: "Nom et date de naissance",
  phone: "Téléphone",
} as const satisfies Record<DataScope, string>;

export const isApplicationId = (text: string): text is ApplicationId => (applicationIds as readonly string[]).includes(text);
