import { textOf } from "../profile/rules";
import type { Answers, Status } from "../profile/vocabulary";
import type { DossierBlock } from "./vocabulary";

export type Need = "required" | "optional" | "absent";
type ByStatus = Readonly<Record<Status, Need>>;

/** Which papers each status asks for (EI-62), by version: a version in use never changes, a new rule is a new version. */
interface Rules {
  readonly version: number;
  readonly byStatus: Readonly<Partial<Record<DossierBlock, ByStatus>>>;
}

const needs = (civil_servant: Need, contract_agent: Need, self_employed: Need, private_employee: Need, none: Need): ByStatus => ({
  civil_servant,
  contract_agent,
  self_employed,
  private_employee,
  none,
});

export const rulesVersions: readonly Rules[] = [
  {
    version: 1,
    byStatus: {
      contract: needs("absent", "required", "absent", "required", "absent"),
      honour: needs("required", "required", "required", "required", "absent"),
      order: needs("required", "required", "absent", "absent", "absent"),
      retirement: needs("absent", "absent", "absent", "absent", "required"),
      employer: needs("optional", "optional", "optional", "optional", "absent"),
    },
  },
];
const [firstRules] = rulesVersions;
if (firstRules === undefined) throw new Error("no rules of pieces");
export const currentRules: Rules = rulesVersions.at(-1) ?? firstRules;

/** Is the block asked of a person of this status? "Sans" asks for the pension paper of those who are retired only. */
export function needOf(block: DossierBlock, answers: Answers, rules: Rules = currentRules): Need {
  if (block === "identity") return "required";
  const byStatus = rules.byStatus[block];
  if (byStatus === undefined) return "optional";
  const status = textOf(answers, "status");
  const need = Object.hasOwn(byStatus, status) ? byStatus[status as Status] : "absent";
  return block === "retirement" && textOf(answers, "withoutWork") !== "retired" ? "absent" : need;
}
