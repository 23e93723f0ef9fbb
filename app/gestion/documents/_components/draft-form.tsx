"use client";

import { Form } from "@/components/form/form";
import { RichTextField } from "@/components/form/rich-text-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { changeDraftAction } from "../actions";

interface Props {
  readonly versionId: string;
  readonly editVersion: number;
  readonly title: string;
  readonly changes: string;
  /** In its notation. */
  readonly body: string;
  /** The first version changes nothing. */
  readonly first: boolean;
  readonly cancelHref: string;
}

const schema = () => import("@/lib/content/documents/schemas").then((module) => module.changeDraftInput);

/** The text of a version to come, and what changes with it (AD-07). */
export function DraftForm({ versionId, editVersion, title, changes, body, first, cancelHref }: Props) {
  return (
    <Form
      action={changeDraftAction}
      schema={schema}
      className="max-w-3xl"
      submitLabel="Enregistrer le brouillon"
      secondary={
        <LinkButton href={cancelHref} variant="quiet">
          Annuler
        </LinkButton>
      }
      warnBeforeLeaving
    >
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="editVersion" value={editVersion} />
      <TextField name="title" label="Titre" required autoComplete="off" defaultValue={title} />
      <TextAreaField
        name="changes"
        label="Ce qui change"
        rows={3}
        limit={1000}
        defaultValue={changes}
        hint={
          first
            ? "Rien à dire pour une première version."
            : "Nécessaire pour publier : les personnes qui connaissent la version d’avant le liront."
        }
      />
      <RichTextField name="body" label="Texte" required rows={30} defaultValue={body} />
    </Form>
  );
}
