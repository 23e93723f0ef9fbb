"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { LinkButton } from "@/components/ui/link-button";
import { remarkLimit } from "@/lib/trainers/review/fields.data";
import { rejectRequestAction } from "../../../actions";

const schema = () => import("@/lib/trainers/review/schemas").then((module) => module.rejectRequestInput);

interface Props {
  readonly requestId: string;
  /** The sending that was read. */
  readonly version: string;
  readonly phrasings: readonly Phrasing[];
  readonly written: string;
  /** "21 novembre 2027" */
  readonly mayRequestFrom: string;
  readonly back: string;
}

/** Why, in words that the person will read. */
export function RejectionForm({ requestId, version, phrasings, written, mayRequestFrom, back }: Props) {
  return (
    <Form
      label="Ne pas retenir la demande"
      action={rejectRequestAction}
      schema={schema}
      submitLabel="Ne pas retenir la demande"
      requiredNote={false}
      secondary={
        <LinkButton href={back} variant="quiet">
          Revenir à l’étude
        </LinkButton>
      }
    >
      <p>
        La personne reçoit votre raison par courriel. Son profil est conservé ; elle pourra présenter une nouvelle demande à partir du{" "}
        <strong>{mayRequestFrom}</strong>.
      </p>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="version" value={version} />
      <div className="space-y-2">
        <TextAreaField
          name="reason"
          label="Raison"
          hint="La personne la lira telle quelle. N’y mettez rien de confidentiel."
          required
          defaultValue={written}
          limit={remarkLimit}
          rows={6}
        />
        <PhrasingPicker phrasings={phrasings} name="reason" />
      </div>
    </Form>
  );
}
