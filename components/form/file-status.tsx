"use client";

import { CircleCheck, FileText } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { UploadState } from "./use-upload";

type Props = { state: UploadState; onCancel: () => void; onRetry: (file: File) => void };

/** Where the file is: being sent, arrived, or to be sent again. */
export function FileStatus({ state, onCancel, onRetry }: Props) {
  if (state.step === "sending") {
    return (
      <div className="space-y-3">
        <ProgressBar label={`Envoi de ${state.file.name}`} value={state.percent} />
        <Button variant="secondary" size="small" onClick={onCancel}>
          Annuler l’envoi
        </Button>
      </div>
    );
  }
  if (state.step === "failed") {
    return (
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <span className="min-w-0 break-all">{state.file.name}</span>
        <Button
          variant="secondary"
          size="small"
          onClick={() => {
            onRetry(state.file);
          }}
        >
          Réessayer
        </Button>
      </div>
    );
  }
  if (state.step !== "done" && state.step !== "chosen") return null;
  const sent = state.step === "done";
  const name = state.file.name;
  const previewHref = state.step === "done" ? state.file.previewHref : undefined;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3 border-b border-line pb-3">
      {previewHref === undefined ? (
        <FileText aria-hidden size={28} className="shrink-0 text-ink-soft" />
      ) : (
        // oxlint-disable-next-line next/no-img-element -- a private picture served by our own handler
        <img src={previewHref} alt="" className="size-14 shrink-0 rounded-sm border border-line object-cover" />
      )}
      <span className="min-w-0 flex-1 break-all">
        <span className="block font-semibold">{name}</span>
        {sent ? (
          <span className="flex items-center gap-1 text-sm text-success">
            <CircleCheck aria-hidden size={16} />
            Fichier reçu
          </span>
        ) : (
          <span className="block text-sm text-ink-soft">Sera envoyé avec le formulaire</span>
        )}
      </span>
      <Button variant="quiet" size="small" onClick={onCancel} aria-label={`Retirer ${name}`}>
        Retirer
      </Button>
    </div>
  );
}

/** What is read out; the progress only by quarters. */
export function sentenceOf(state: UploadState): string {
  if (state.step === "sending") return `Envoi en cours : ${String(Math.floor(state.percent / 25) * 25)} %`;
  if (state.step === "done") return `Le fichier ${state.file.name} est reçu.`;
  if (state.step === "chosen") return `Le fichier ${state.file.name} est choisi.`;
  if (state.step === "refused" || state.step === "failed") return state.message;
  return "";
}
