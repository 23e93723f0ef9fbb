"use client";

import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { LinkButton } from "@/components/ui/link-button";
import { remarkField, remarkLimit } from "@/lib/trainers/review/fields.data";
import { profileParts, wholeProfile } from "@/lib/trainers/review/parts.data";
import { askCorrectionAction } from "../../../actions";

const schema = () => import("@/lib/trainers/review/schemas").then((module) => module.askCorrectionInput);

interface Props {
  readonly requestId: string;
  /** The sending that was read. */
  readonly version: string;
  readonly remarks: Readonly<Record<string, string>>;
  readonly phrasings: readonly Phrasing[];
  readonly back: string;
}

/** What will be sent, word for word, and can still be changed. */
export function CorrectionForm({ requestId, version, remarks, phrasings, back }: Props) {
  const parts = profileParts.filter(({ id }) => remarks[id] !== undefined);
  return (
    <Form
      label="Demander des compléments"
      action={askCorrectionAction}
      schema={schema}
      submitLabel="Envoyer la demande de compléments"
      requiredNote={false}
      secondary={
        <LinkButton href={back} variant="quiet">
          Revenir à l’étude
        </LinkButton>
      }
    >
      <p>
        La personne reçoit ces remarques par courriel, et son profil redevient modifiable. Elle a deux mois pour le transmettre à nouveau ;
        un rappel lui est envoyé deux semaines avant la fin.
      </p>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="version" value={version} />
      {parts.map(({ id, title }) => (
        <TextAreaField key={id} name={remarkField(id)} label={title} defaultValue={remarks[id]} limit={remarkLimit} rows={3} />
      ))}
      <div className="space-y-2">
        <TextAreaField
          name={remarkField(wholeProfile)}
          label="L’ensemble du dossier"
          hint={parts.length === 0 ? "Vous n’avez rien écrit à côté des rubriques : dites ici ce qui manque." : "Facultatif."}
          defaultValue={remarks[wholeProfile]}
          limit={remarkLimit}
        />
        <PhrasingPicker phrasings={phrasings} name={remarkField(wholeProfile)} />
      </div>
    </Form>
  );
}
