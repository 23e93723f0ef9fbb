import { isDay } from "@/lib/audit/rules";
import type { AdWanted } from "../ads/ad-conditions";
import type { AdCriterion } from "../ads/vocabulary";

const criteria = {
  specialite: "specialty",
  sousSpecialite: "subSpecialty",
  region: "region",
  departement: "department",
  structure: "structure",
} as const satisfies Record<string, AdCriterion>;

const mostValues = 50;
const code = /^[\dA-Z]{1,4}$/u;
const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** What the query of a search's address asks for, read where there is no page: by the worker. The page reads it in components/trainers/ads-table.ts. */
export function wantedOf(query: string): AdWanted {
  const params = new URLSearchParams(query);
  const values = (name: string, form: RegExp) => [...new Set(params.getAll(name).slice(0, mostValues))].filter((value) => form.test(value));
  const day = (name: string) => (isDay(params.get(name) ?? "") ? params.get(name) : null);
  return {
    query: (params.get("q") ?? "")
      .normalize("NFC")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, 200)
      .toWellFormed(),
    criteria: Object.fromEntries(
      Object.entries(criteria).map(([name, criterion]) => [criterion, values(name, criterion === "structure" ? identifier : code)]),
    ),
    from: day("du"),
    until: day("au"),
    deadlineFrom: day("limite"),
  };
}
