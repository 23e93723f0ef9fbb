"use client";

import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import type { PieceOutcome } from "@/lib/trainers/dossier/study/decide-several";
import { undoMinutes } from "@/lib/trainers/dossier/study/fields.data";
import { undoDecisionAction } from "../../actions";

interface Props {
  readonly outcomes: readonly PieceOutcome[];
  readonly message: string;
}

/** What became of each block: done, and how to take it back; or not, and why. */
export function Outcomes({ outcomes, message }: Props) {
  const allDone = outcomes.every(({ done }) => done);
  return (
    <div className="space-y-5">
      <Alert tone={allDone ? "success" : "warning"} title={message}>
        <p>Une décision s’annule pendant {undoMinutes} minutes&nbsp;: le profil redevient alors ce qu’il était.</p>
      </Alert>
      <ul aria-label="Résultat pour chaque bloc" className="divide-y divide-line border-y border-line">
        {outcomes.map(({ id, name, block, done, message: what }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="w-20 shrink-0">
              <Badge tone={done ? "success" : "danger"}>{done ? "Fait" : "Non fait"}</Badge>
            </span>
            <span className="min-w-0 flex-[1_1_14rem]">
              <span className="font-semibold">
                {name}
                {block !== "" && `, ${block}`}
              </span>
              <span className="block text-ink-soft">{what}</span>
            </span>
            {done && (
              <ActionButton
                action={undoDecisionAction}
                fields={{ versionId: id }}
                variant="quiet"
                size="small"
                label={`Annuler : ${name}, ${block}`}
              >
                Annuler
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={paths.manage.dossiers()}>Revenir à la file</TextLink>
      </p>
    </div>
  );
}
