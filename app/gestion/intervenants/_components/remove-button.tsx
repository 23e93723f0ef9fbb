"use client";

import { ActButton } from "@/components/gestion/act-button";
import { unshortlistAction } from "../actions";

interface Props {
  readonly structureId: string;
  readonly profileId: string;
  readonly name: string;
}

/** Takes one person out of a selection. */
export const RemoveButton = ({ structureId, profileId, name }: Props) => (
  <ActButton
    action={unshortlistAction}
    fields={{ structureId, profileIds: profileId }}
    variant="quiet"
    size="small"
    label={`Retirer ${name} de la sélection`}
  >
    Retirer
  </ActButton>
);
