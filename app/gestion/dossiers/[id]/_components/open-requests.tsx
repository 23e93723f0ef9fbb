"use client";

import { ActButton } from "@/components/gestion/act-button";
import { type DossierBlock, blockLabels } from "@/lib/trainers/dossier/vocabulary";
import { withdrawRequestAction } from "../../actions";

interface Props {
  readonly requests: readonly {
    readonly id: string;
    readonly block: DossierBlock;
    readonly structure: string;
    readonly message: string;
    /** "21/11/2026" */
    readonly askedOn: string;
  }[];
}

/** Blocks asked for that the trainer has not sent yet. */
export const OpenRequests = ({ requests }: Props) => (
  <ul aria-label="Demandes en cours" className="mb-6 divide-y divide-line border-y border-line">
    {requests.map(({ id, block, structure, message, askedOn }) => (
      <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
        <span className="min-w-0 flex-[1_1_16rem]">
          <span className="font-semibold">{blockLabels[block]}</span>
          <span className="block text-sm text-ink-soft">
            Demandé par {structure} le {askedOn}
          </span>
          {message !== "" && <span className="wrap-anywhere block text-sm whitespace-pre-line">{message}</span>}
        </span>
        <ActButton
          action={withdrawRequestAction}
          fields={{ requestId: id }}
          variant="quiet"
          size="small"
          label={`Retirer la demande : ${blockLabels[block]}`}
        >
          Retirer la demande
        </ActButton>
      </li>
    ))}
  </ul>
);
