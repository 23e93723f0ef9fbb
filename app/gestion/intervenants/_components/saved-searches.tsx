"use client";

import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { deleteCvSearchAction, saveCvSearchAction } from "../actions";

const schema = () => import("@/lib/trainers/library/schemas").then((module) => module.saveCvSearchInput);

interface Props {
  readonly searches: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  /** The query of the search on screen; empty: there is nothing to keep. */
  readonly current: string;
}

/** Searches that one keeps under a name, and the one on screen to be kept. */
export function SavedSearches({ searches, current }: Props) {
  if (searches.length === 0 && current === "") return null;
  return (
    <Disclosure title={`Mes recherches (${searches.length})`} className="mb-6 print:hidden">
      {searches.length > 0 && (
        <ul aria-label="Recherches enregistrées" className="mb-4 divide-y divide-line">
          {searches.map(({ id, name, href }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-1.5">
              <TextLink href={href} prefetch={false} className="wrap-anywhere">
                {name}
              </TextLink>
              <ActionButton
                action={deleteCvSearchAction}
                fields={{ searchId: id }}
                variant="quiet"
                size="small"
                label={`Supprimer la recherche ${name}`}
              >
                Supprimer
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {current !== "" && (
        <Form label="Enregistrer cette recherche" action={saveCvSearchAction} schema={schema} requiredNote={false} resetOnDone>
          <input type="hidden" name="query" value={current} />
          <TextField
            name="name"
            label="Garder la recherche affichée sous le nom"
            required
            autoComplete="off"
            hint="Ex. : Finances en Grand Est"
          />
        </Form>
      )}
    </Disclosure>
  );
}
