import { expect, test } from "vitest";
import { wantedOf } from "@/lib/trainers/alerts/ad-query";
import { adSearchOfAddress } from "./ads-table";

test.each([
  "",
  "q=budget+communal",
  "specialite=A2&specialite=B7&region=44&departement=67",
  "sousSpecialite=A2C&structure=018f0000-0000-7000-8000-000000000001&du=2027-03-01&au=2027-03-31&limite=2027-02-01",
  "q=%00a%00b++c&specialite=%3Cscript%3E&du=2027-02-31&structure=x&inconnu=1&after=018f0000-0000-7000-8000-000000000001",
  "region=44&region=44&sort=deadline&dir=asc",
])("EI-16 the worker understands a saved search as its page does: %s", (query) => {
  expect(adSearchOfAddress(`https://exemple.fr/intervenants/annonces?${query}`).search).toMatchObject(wantedOf(query));
});
