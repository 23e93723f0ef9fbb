import type { Role } from "@/lib/accounts/roles/vocabulary";

export const demonstrationPassword = "Demonstration-2026!";

interface DemonstrationAccount {
  readonly address: string;
  readonly what: string;
  readonly civility: "mme" | "m";
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role | null;
  /** Code of the structure, or SIREN of the authority, that the role is limited to. */
  readonly structureCode?: string;
  readonly authorityCommune?: string;
}

/** One account for each kind of person; absent in production. */
export const demonstrationAccounts = [
  {
    address: "admin@demo.example",
    what: "national administrator",
    civility: "mme",
    firstName: "Hélène",
    lastName: "Vasseur",
    role: "administrator",
  },
  {
    address: "gestionnaire@demo.example",
    what: "manager, delegation Grand Est",
    civility: "m",
    firstName: "Marc",
    lastName: "Lambert",
    role: "manager",
    structureCode: "054",
  },
  {
    address: "intervenant@demo.example",
    what: "validated trainer",
    civility: "mme",
    firstName: "Claire",
    lastName: "Martin",
    role: "trainer",
  },
  {
    address: "candidate@demo.example",
    what: "candidate trainer, unfinished CV",
    civility: "mme",
    firstName: "Inès",
    lastName: "Benali",
    role: null,
  },
  {
    address: "membre@demo.example",
    what: "member of communities",
    civility: "m",
    firstName: "Thomas",
    lastName: "Le Goff",
    role: "member",
  },
  {
    address: "animatrice@demo.example",
    what: "administrator of a community",
    civility: "mme",
    firstName: "Sophie",
    lastName: "Garnier",
    role: "community_administrator",
  },
  {
    address: "ct@demo.example",
    what: "manager of the authority of Cachan",
    civility: "mme",
    firstName: "Nathalie",
    lastName: "Roussel",
    role: "principal",
    authorityCommune: "94016",
  },
  {
    address: "agent@demo.example",
    what: "agent of Cachan",
    civility: "m",
    firstName: "Karim",
    lastName: "Haddad",
    role: "agent",
    authorityCommune: "94016",
  },
] as const satisfies readonly DemonstrationAccount[];
export type { DemonstrationAccount };
