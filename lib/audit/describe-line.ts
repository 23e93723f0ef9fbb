import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { applicationIds } from "@/lib/accounts/applications/vocabulary";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import { logoKey } from "@/lib/settings/logo/vocabulary";
import { type SettingKey, settingKeys, settingsTable } from "@/lib/settings/settings.data";
import { detailLabels, detailWords, isKnownDetail, systemActorLabel } from "./action-labels.data";
import type { AuditLineSeen } from "./list-audit";

/** Who acted, in words: a name, "Anonyme", or the part of the system. */
export function actorLabel({ actor, actorKind }: Pick<AuditLineSeen, "actor" | "actorKind">): string {
  if (actor !== null) return actor.name ?? "Compte supprimé";
  return actorKind === "visitor" ? "Anonyme" : systemActorLabel(actorKind);
}

/** What was acted upon, when its identifier means something to people: a setting, a job; null for the rest. */
export function subjectLabel({ subjectType, subjectId }: Pick<AuditLineSeen, "subjectType" | "subjectId">): string | null {
  if (subjectId === null) return null;
  if (subjectType === "setting") return `Paramètre : ${settingLabel(subjectId)}`;
  return subjectType === "job" ? `Tâche : ${subjectId}` : null;
}

function settingLabel(id: string): string {
  if (id === logoKey) return "Logo de l’établissement";
  return isSettingKey(id) ? settingsTable[id].label : id;
}

const isSettingKey = (id: string): id is SettingKey => settingKeys.some((key) => key === id);

/** The facts of a line as terms and values to read. Empty ones are left out, and identifiers too: the export has them. */
export function describeDetails(details: Readonly<Record<string, unknown>>): { readonly term: string; readonly value: string }[] {
  return Object.entries(details)
    .filter(([name, value]) => !name.endsWith("Id") && value !== null && value !== undefined && value !== "")
    .map(([name, value]) => ({ term: isKnownDetail(name) ? detailLabels[name] : name, value: valueText(name, value) }));
}

function valueText(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (Array.isArray(value)) return value.map((item) => valueText(name, item)).join(", ");
  if (typeof value === "string") return wordOf(name, value);
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** Codes that people have a word for. */
function wordOf(name: string, value: string): string {
  if (name === "role" && Object.hasOwn(roleLabels, value)) return roleLabels[value as keyof typeof roleLabels];
  const application = applicationIds.find((id) => name === "application" && id === value);
  if (application !== undefined) return applicationOf(application).name;
  return detailWords[name]?.[value] ?? value;
}
