"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { applyAction } from "../actions";

const schema = () => import("@/lib/trainers/applications/schemas").then((module) => module.applyInput);

/** A few words, or none: the profile says the rest. */
export function ApplyForm({
  number,
  limit,
  submitLabel,
}: {
  readonly number: string;
  readonly limit: number;
  readonly submitLabel: string;
}) {
  return (
    <Form
      id="candidater"
      label="Répondre à l’annonce"
      action={applyAction}
      schema={schema}
      submitLabel={submitLabel}
      requiredNote={false}
      warnBeforeLeaving
      secondary={<TextLink href={paths.trainers.ad(number)}>Revenir à l’annonce</TextLink>}
    >
      <input type="hidden" name="number" value={number} />
      <TextAreaField
        name="comment"
        label="Commentaire (facultatif)"
        hint="Votre motivation pour cette annonce, une expérience proche, vos disponibilités."
        limit={limit}
        rows={8}
      />
    </Form>
  );
}
