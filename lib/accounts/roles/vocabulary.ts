/** What a person may be; each role opens one application (applications.data.ts). */
export const roles = [
  "administrator",
  "manager",
  "iel_manager",
  "course_author",
  "trainer",
  "member",
  "community_administrator",
  "principal",
  "operator",
  "agent",
] as const;
export type Role = (typeof roles)[number];

export const roleLabels = {
  administrator: "Administrateur national ou administratrice nationale",
  manager: "Gestionnaire de structure",
  iel_manager: "Gestionnaire Inscription en ligne",
  course_author: "Auteur ou autrice de parcours",
  trainer: "Intervenant ou intervenante",
  member: "Membre des e-communautés",
  community_administrator: "Animateur ou animatrice de communauté",
  principal: "Gestionnaire principal de collectivité",
  operator: "Opérateur ou opératrice de collectivité",
  agent: "Agent ou agente de collectivité",
} as const satisfies Record<Role, string>;

/** Roles that look at other people's data: a second factor is asked when the setting says so (MC-32). */
export const staffRoles = ["administrator", "manager", "iel_manager", "course_author"] as const satisfies readonly Role[];
export const isStaffRole = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role);

/** What a role is limited to: everything, one structure of the institution, or one local authority. */
export const roleScopes = {
  administrator: "all",
  manager: "structure",
  iel_manager: "all",
  course_author: "all",
  trainer: "all",
  member: "all",
  community_administrator: "all",
  principal: "authority",
  operator: "authority",
  agent: "authority",
} as const satisfies Record<Role, "all" | "structure" | "authority">;
