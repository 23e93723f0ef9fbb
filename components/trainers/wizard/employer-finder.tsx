"use client";

import { ComboBoxField } from "@/components/form/combo-box-field";
import { fillControl } from "@/components/form/autosave/controls";
import { paths } from "@/lib/core/paths";

interface Employer {
  readonly siret: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
}

const found = new Map<string, Employer>();

async function search(query: string, signal: AbortSignal) {
  const response = await fetch(paths.api.employers({ q: query }), { signal });
  if (!response.ok) throw new Error("employers cannot be searched");
  const { results } = (await response.json()) as { results: readonly Employer[] };
  for (const employer of results) found.set(employer.siret, employer);
  return results.map(({ siret, name, postcode, city }) => ({ id: siret, label: name, detail: `${postcode} ${city}` }));
}

/** A public employer found by name or SIRET fills the fields below, which stay open to correction (EI-25). */
export function EmployerFinder({ formId }: { readonly formId: string }) {
  function take(siret: string | undefined) {
    const form = document.getElementById(formId);
    const employer = siret === undefined ? undefined : found.get(siret);
    if (employer === undefined || !(form instanceof HTMLFormElement)) return;
    const { name, street, postcode, city, phone } = employer;
    const answers = {
      employerName: name,
      employerSiret: siret ?? "",
      employerCountry: "FR",
      employerStreet: street,
      employerPostcode: postcode,
      employerCity: city,
    };
    for (const [field, value] of Object.entries({ ...answers, ...(phone !== "" && { employerPhone: phone }) }))
      fillControl(form, field, value);
  }
  return (
    <ComboBoxField
      name="employerFound"
      label="Trouver mon employeur public"
      hint="Son nom ou son SIRET. Le choisir remplit les champs qui suivent."
      search={search}
      onSelect={(option) => take(option?.id)}
    />
  );
}
