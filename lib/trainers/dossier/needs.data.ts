import { textOf } from "../profile/rules";
import type { Answers, Status } from "../profile/vocabulary";
import type { DossierBlock } from "./vocabulary";

export type Need = "required" | "optional" | "absent";
type ByStatus = Readonly<Record<Status, Need>>;

const needs = (civil_servant: Need, contract_agent: Need, self_employed: Need, private_employee: Need, none: Need): ByStatus => ({
  civil_servant,
  contract_agent,
  self_employed,
  private_employee,
  none,
});

/** Each version sent remembers the rules that it was judged by: what changes below takes the next number. */
export const rulesVersion = 1;

/** Whether changing these fields of the profile changes which papers are asked for. */
export const asksForPapers = (fields: readonly string[]): boolean => fields.some((field) => field === "status" || field === "withoutWork");

/** Which papers each status asks for (EI-62). */
const papers: Readonly<Partial<Record<DossierBlock, ByStatus>>> = {
  contract: needs("absent", "required", "absent", "required", "absent"),
  honour: needs("required", "required", "required", "required", "absent"),
  order: needs("required", "required", "absent", "absent", "absent"),
  retirement: needs("absent", "absent", "absent", "absent", "required"),
  employer: needs("optional", "optional", "optional", "optional", "absent"),
};

/** Is the block asked of a person of this status? "Sans" asks for the pension paper of those who are retired only. */
export function needOf(block: DossierBlock, answers: Answers): Need {
  if (block === "identity") return "required";
  const byStatus = papers[block];
  if (byStatus === undefined) return "optional";
  const status = textOf(answers, "status");
  const need = Object.hasOwn(byStatus, status) ? byStatus[status as Status] : "absent";
  return block === "retirement" && textOf(answers, "withoutWork") !== "retired" ? "absent" : need;
}
