import { type ClosingRule, lastAdministrator } from "@/lib/accounts/closing/closing-rules";
import { workedTrainer } from "@/lib/trainers/account/closing-rule";

/** What forbids closing an account: every module that has a reason adds its line here (MC-30). */
export const closingRules: readonly ClosingRule[] = [lastAdministrator, workedTrainer];
