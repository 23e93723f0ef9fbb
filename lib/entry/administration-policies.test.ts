import { expect, test } from "vitest";
import { can as roles } from "@/lib/accounts/roles/policy";
import { can as audit } from "@/lib/audit/policy";
import type { Actor } from "@/lib/core/ctx";
import { someone } from "@/lib/files/testing/test-tools";
import { can as jobs } from "@/lib/jobs/policy";
import { can as references } from "@/lib/references/policy";
import { can as settings } from "@/lib/settings/policy";

const holding = (role: "administrator" | "manager" | "iel_manager") =>
  someone({ grants: [{ role, structureId: null, authorityId: null }] });
const system: Actor = { kind: "system", name: "command-line" };
const others: readonly Actor[] = [{ kind: "visitor" }, someone(), holding("manager"), holding("iel_manager")];

test.each([
  ["AD-10 grants and withdraws roles", roles.manageRoles, []],
  ["AD-13 sees the audit log", audit.seeAudit, []],
  ["AD-13 exports the audit log", audit.exportAudit, []],
  ["AD-14 sees jobs and runs them", jobs.manageJobs, []],
  ["AD-15 changes settings", settings.changeSettings, []],
  ["AD-09 imports references; so does the command line", references.importReferences, [system]],
] as const)("%s: the administrator, and nobody else", (_what, policy, also) => {
  expect([holding("administrator"), ...also].map((actor) => policy(actor).allowed)).not.toContain(false);
  const kept = [...others, ...(also.length === 0 ? [system] : [])].map((actor) => policy(actor));
  expect(kept).toMatchObject(kept.map(() => ({ allowed: false, code: "forbidden" })));
});
