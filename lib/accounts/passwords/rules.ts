import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { type ApplicationId, applicationIds } from "@/lib/accounts/applications/vocabulary";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import { paths } from "@/lib/core/paths";
import { fold } from "@/lib/core/text";

/** Rules a password may have to follow (MC-03, EI-20, IEL-10), in the order of the checklist. */
export const passwordRuleIds = ["length", "upper", "non_letter", "no_name", "lower", "digit", "special"] as const;
export type PasswordRuleId = (typeof passwordRuleIds)[number];

/** A new password differs from this many last ones (MC-23). */
export const keptHashes = 5;

export interface PersonNames {
  readonly firstName: string;
  readonly lastName: string;
}

/** Length counts what a person sees as characters, so that an emoji is one. */
const characters = (text: string) => [...text].length;

export const passwordRules = {
  length: { label: "Longueur de 8 caractères minimum", test: (password) => characters(password) >= 8 },
  upper: { label: "Au moins une majuscule", test: (password) => /\p{Lu}/u.test(password) },
  non_letter: {
    label: "Au moins un caractère qui n’est pas une lettre (chiffre, caractère spécial)",
    test: (password) => /[^\p{L}\p{M}]/u.test(password),
  },
  no_name: { label: "Ne pas contenir votre nom ou prénom", test: (password, names) => !containsName(password, names) },
  lower: { label: "Au moins une minuscule", test: (password) => /\p{Ll}/u.test(password) },
  digit: { label: "Au moins un chiffre", test: (password) => /\p{Nd}/u.test(password) },
  special: { label: "Au moins un caractère spécial (par exemple ! ? - _ @)", test: (password) => /[^\p{L}\p{M}\p{Nd}\s]/u.test(password) },
} as const satisfies Record<PasswordRuleId, { label: string; test: (password: string, names: PersonNames) => boolean }>;

const baseRules = ["length", "upper", "non_letter", "no_name"] as const satisfies readonly PasswordRuleId[];

function containsName(password: string, { firstName, lastName }: PersonNames): boolean {
  const squeeze = (text: string) => fold(text).replace(/[\s'’.-]/gu, "");
  const whole = squeeze(password);
  return [firstName, lastName].map(squeeze).some((name) => name.length > 0 && whole.includes(name));
}

/** Those that every password follows and that can be judged without knowing whose it is. */
export const rulesKnownToAll = baseRules.filter((id) => id !== "no_name");

/** Rules of a set of applications: those of Mon Compte, and what each adds. */
export function rulesOfApplications(ids: readonly ApplicationId[]): PasswordRuleId[] {
  const wanted = new Set<PasswordRuleId>([...baseRules, ...ids.flatMap((id) => applicationOf(id).passwordRules)]);
  return passwordRuleIds.filter((id) => wanted.has(id));
}

/** Applications in which these roles count: the union of their rules applies to the person. */
export function applicationsOfRoles(roles: readonly Role[]): ApplicationId[] {
  return applicationIds.filter((id) => {
    const application = applicationOf(id);
    return application.roles !== "everyone" && application.roles.some((role) => roles.includes(role));
  });
}

/** The application that an address of this site leads to: its rules count for a password asked for on the way there. */
export function applicationOfPath(path: string | undefined): ApplicationId | undefined {
  const leadsTo = (start: string) => path === start || path?.startsWith(`${start}/`) === true || path?.startsWith(`${start}?`) === true;
  return applicationIds.find((id) => id !== "compte" && (leadsTo(applicationOf(id).path) || leadsTo(paths.account.enter(id))));
}

/** The rules that a password breaks; empty when it is fit. */
export const brokenRules = (password: string, names: PersonNames, rules: readonly PasswordRuleId[]): PasswordRuleId[] =>
  rules.filter((id) => !passwordRules[id].test(password, names));

/** What a password satisfies, remembered (never the password) so that a stricter application can tell. */
export const classesOf = (password: string, names: PersonNames): PasswordRuleId[] =>
  passwordRuleIds.filter((id) => passwordRules[id].test(password, names));

export const isFit = (classes: readonly string[], rules: readonly PasswordRuleId[]): boolean =>
  rules.every((rule) => classes.includes(rule));

/** One French sentence per broken rule. */
export const ruleMessages = (ids: readonly PasswordRuleId[]): string[] =>
  ids.map((id) => `À respecter : ${passwordRules[id].label.charAt(0).toLowerCase()}${passwordRules[id].label.slice(1)}.`);
