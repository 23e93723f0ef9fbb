import { passwordRules, type PasswordRuleId, type PersonNames } from "@/lib/accounts/passwords/rules";

/** The rules as the live checklist takes them; a name not yet typed counts as not contained. */
export const passwordChecklist = (ids: readonly PasswordRuleId[], names: PersonNames) =>
  ids.map((id) => ({ id, label: passwordRules[id].label, test: (password: string) => passwordRules[id].test(password, names) }));
