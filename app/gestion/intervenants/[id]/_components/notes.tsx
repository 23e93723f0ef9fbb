"use client";

import { ActButton } from "@/components/gestion/act-button";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { Disclosure } from "@/components/ui/disclosure";
import { addNoteAction, removeNoteAction } from "../../actions";

const schema = () => import("@/lib/trainers/library/schemas").then((module) => module.addNoteInput);

interface Note {
  readonly id: string;
  readonly body: string;
  /** "21 novembre 2026" */
  readonly at: string;
  readonly structure: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
}
interface Props {
  readonly profileId: string;
  readonly notes: readonly Note[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** What the managers of one's structure say of a trainer, among themselves. */
export function Notes({ profileId, notes, structures }: Props) {
  return (
    <Disclosure title={`Notes de votre structure (${notes.length})`} open={notes.length > 0}>
      <p className="mb-3 text-sm text-ink-soft">
        Lues par les gestionnaires de votre structure seulement. La personne peut les obtenir si elle demande ses données : restez factuel.
      </p>
      {notes.length > 0 && (
        <ul aria-label="Notes" className="mb-4 space-y-2">
          {notes.map(({ id, body, at, structure, firstName, lastName }) => (
            <li key={id} className="rounded-md bg-surface-sunken px-4 py-3">
              <p className="wrap-anywhere whitespace-pre-line">{body}</p>
              <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
                <span>
                  {firstName === null ? "" : `${firstName} ${lastName ?? ""}, `}
                  {structures.length > 1 && `${structure}, `}le {at}
                </span>
                <ActButton
                  action={removeNoteAction}
                  fields={{ noteId: id }}
                  variant="quiet"
                  size="small"
                  label={`Retirer la note du ${at}`}
                >
                  Retirer
                </ActButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Form label="Ajouter une note" action={addNoteAction} schema={schema} submitLabel="Ajouter la note" requiredNote={false} resetOnDone>
        <input type="hidden" name="profileId" value={profileId} />
        {structures.length === 1 ? (
          <input type="hidden" name="structureId" value={structures[0]?.id} />
        ) : (
          <SelectField
            name="structureId"
            label="Structure"
            required
            options={structures.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextAreaField name="body" label="Nouvelle note" required rows={3} limit={2000} />
      </Form>
    </Disclosure>
  );
}
