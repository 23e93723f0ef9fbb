"use client";

import { useEffect, useState } from "react";
import { fillControl } from "@/components/form/autosave/controls";
import { paths } from "@/lib/core/paths";

/** The field of the town beside each postcode. */
const townOf: Readonly<Record<string, string>> = { postcode: "city", employerPostcode: "employerCity", officePostcode: "officeCity" };

/** Towns proposed from the postcode; the only one is filled in when nothing is typed yet (EI-23). */
export function useTowns(formId: string): Readonly<Record<string, readonly string[]>> {
  const [towns, setTowns] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const propose = async ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const field = townOf[target.name];
      const postcode = target.value.replace(/\s/gu, "");
      if (field === undefined || !/^\d{5}$/u.test(postcode)) return;
      try {
        const response = await fetch(paths.api.communes({ q: postcode }));
        if (!response.ok) return;
        const { results } = (await response.json()) as { results: readonly { readonly name: string }[] };
        const names = [...new Set(results.map(({ name }) => name))];
        setTowns((before) => ({ ...before, [field]: names }));
        const town = form.elements.namedItem(field);
        if (names.length === 1 && town instanceof HTMLInputElement && town.value === "") fillControl(form, field, names[0] ?? "");
      } catch {
        // The town is typed by hand then.
      }
    };
    const listener = (event: Event) => void propose(event);
    form.addEventListener("input", listener);
    return () => form.removeEventListener("input", listener);
  }, [formId]);
  return towns;
}
