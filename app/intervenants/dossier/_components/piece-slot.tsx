"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { useHydrated } from "@/components/form/use-hydrated";
import { toast } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/external-link";
import type { FormAction } from "@/lib/core/form-state";
import { idle } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";
import { uploadFile } from "@/lib/files/upload-client";
import type { OwnPiece } from "@/lib/trainers/dossier/own-dossier";
import type { DossierSlot } from "@/lib/trainers/dossier/vocabulary";
import { removePieceAction, setPieceAction } from "../actions";

interface Props {
  readonly slot: DossierSlot;
  readonly label: string;
  readonly piece: OwnPiece | undefined;
  readonly required: boolean;
  /** The file there is to be replaced: the field for another one is at hand. */
  readonly toReplace: boolean;
  readonly rules: FileRules;
}

async function ask(action: FormAction, fields: Readonly<Record<string, string>>): Promise<string> {
  const entries = new FormData();
  for (const [name, value] of Object.entries(fields)) entries.set(name, value);
  const state = await action(idle, entries);
  if (state.status === "refused") throw new Error(state.message);
  return state.status === "done" ? state.message : "";
}

/** The place of one document: what is there, since when, its red cross, and the field for another one (EI-68). */
export function PieceSlot({ slot, label, piece, required, toReplace, rules }: Props) {
  const router = useRouter();
  const alive = useHydrated();
  const said = (message: string) => {
    toast(message);
    router.refresh();
  };
  return (
    <div className="space-y-3">
      {piece !== undefined && <JoinedPiece slot={slot} label={label} piece={piece} onRemoved={said} />}
      {(piece === undefined || toReplace) && (
        <FileField
          key={piece?.id ?? "none"}
          name={slot}
          label={piece === undefined ? label : `Nouveau fichier : ${label}`}
          rules={rules}
          required={required && piece === undefined}
          upload={async (file, { signal, onProgress }) => {
            const sent = await uploadFile("dossier_piece", file, { signal, onProgress });
            await ask(setPieceAction, { slot, fileId: sent.id });
            return sent;
          }}
          onUploaded={(file) => {
            if (file !== null) said("Votre fichier est enregistré. Pensez à transmettre.");
          }}
        />
      )}
      {!alive && (piece === undefined || toReplace) && (
        <Button
          type="submit"
          variant="secondary"
          size="small"
          name="then"
          value="stay"
          formAction={paths.api.dossierForm}
          formEncType="multipart/form-data"
        >
          Enregistrer le fichier
        </Button>
      )}
    </div>
  );
}

interface JoinedProps {
  readonly slot: DossierSlot;
  readonly label: string;
  readonly piece: OwnPiece;
  readonly onRemoved: (message: string) => void;
}

function JoinedPiece({ slot, label, piece, onRemoved }: JoinedProps) {
  const alive = useHydrated();
  const [pending, setPending] = useState(false);
  async function remove() {
    setPending(true);
    try {
      onRemoved(await ask(removePieceAction, { slot }));
    } catch (error) {
      toast(error instanceof Error ? error.message : "Le fichier n’a pas pu être retiré. Réessayez dans un instant.");
    } finally {
      setPending(false);
    }
  }
  const button = { variant: "quiet", size: "small", "aria-label": `Retirer ${piece.name} (${label})` } as const;
  const cross = <X aria-hidden size={20} className="text-danger" />;
  return (
    <div>
      <p className="font-semibold">{label}</p>
      <div
        data-outlined
        className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-surface-raised py-1 pr-1 pl-3"
      >
        <span className="min-w-0">
          <ExternalLink href={paths.api.file(piece.id)}>{piece.name}</ExternalLink>{" "}
          <span className="whitespace-nowrap text-ink-soft">Chargé(e) le {piece.addedOn}</span>
        </span>
        {alive ? (
          <Button {...button} icon={cross} pending={pending} onClick={() => void remove()}>
            Retirer
          </Button>
        ) : (
          <Button
            {...button}
            icon={cross}
            type="submit"
            name="retirer"
            value={slot}
            formAction={paths.api.dossierForm}
            formEncType="multipart/form-data"
          >
            Retirer
          </Button>
        )}
      </div>
    </div>
  );
}
