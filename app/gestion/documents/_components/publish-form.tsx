"use client";

import { DatePickerField } from "@/components/form/date-picker-field";
import { Form } from "@/components/form/form";
import { publishVersionAction } from "../actions";

const schema = () => import("@/lib/content/documents/schemas").then((module) => module.publishVersionInput);

interface Props {
  readonly versionId: string;
  readonly editVersion: number;
  /** The first day that can be chosen. */
  readonly earliest: string;
}

/** Makes the draft the version of a day on. */
export function PublishForm({ versionId, editVersion, earliest }: Props) {
  return (
    <Form
      id="publier"
      label="Publier cette version"
      action={publishVersionAction}
      schema={schema}
      submitLabel="Publier cette version"
      requiredNote={false}
    >
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="editVersion" value={editVersion} />
      <DatePickerField name="inForceOn" label="Entrée en vigueur" required min={earliest} defaultValue={earliest} />
    </Form>
  );
}
