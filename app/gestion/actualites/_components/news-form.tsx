"use client";

import { Form } from "@/components/form/form";
import { RichTextField } from "@/components/form/rich-text-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/core/form-state";

interface Props {
  readonly action: FormAction;
  /** `body` in its notation. */
  readonly draft: { readonly title: string; readonly summary: string; readonly body: string };
  /** The item that is changed, and the version that was read. */
  readonly editing?: { readonly newsId: string; readonly version: number };
  readonly cancelHref: string;
}

const createSchema = () => import("@/lib/content/news/schemas").then((module) => module.createNewsInput);
const changeSchema = () => import("@/lib/content/news/schemas").then((module) => module.changeNewsInput);

/** An item: what the home page says of it, and its whole text (AD-07). */
export function NewsForm({ action, draft, editing, cancelHref }: Props) {
  return (
    <Form
      action={action}
      schema={editing === undefined ? createSchema : changeSchema}
      className="max-w-3xl"
      submitLabel="Enregistrer"
      secondary={
        <LinkButton href={cancelHref} variant="quiet">
          Annuler
        </LinkButton>
      }
      warnBeforeLeaving
    >
      {editing !== undefined && (
        <>
          <input type="hidden" name="newsId" value={editing.newsId} />
          <input type="hidden" name="version" value={editing.version} />
        </>
      )}
      <TextField name="title" label="Titre" required autoComplete="off" defaultValue={draft.title} />
      <TextAreaField
        name="summary"
        label="Résumé"
        required
        rows={3}
        limit={400}
        defaultValue={draft.summary}
        hint="Une ou deux phrases : c’est ce qu’on lit sur l’accueil."
      />
      <RichTextField name="body" label="Texte" required defaultValue={draft.body} hint="Ce qu’on lit en ouvrant l’actualité." />
    </Form>
  );
}
