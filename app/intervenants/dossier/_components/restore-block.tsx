"use client";

import { Undo2 } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { dropFields } from "@/components/form/autosave/local-copy";
import { useHydrated } from "@/components/form/use-hydrated";
import { usePlainSubmission } from "@/components/form/use-plain-submission";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";
import { dossierSpecs } from "@/lib/trainers/dossier/blocks.data";
import type { OwnStanding } from "@/lib/trainers/dossier/own-dossier";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";
import { restoreBlockAction } from "../actions";
import { restoreLabel, RestoreWords } from "./restore-words";

const ConfirmDialog = lazy(() => import("@/components/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })));

interface Props {
  readonly block: DossierBlock;
  /** Of the copy that the browser keeps of the form. */
  readonly copyKey: string;
  readonly title: string;
  readonly standing: OwnStanding;
}

/**
 * The way back from a replacement that was begun, once the block says something else than what counts (EI-68). Where
 * nothing runs in the browser the form is kept first, and the question asked on the page that follows.
 */
export function RestoreBlock({ block, copyKey, title, standing }: Props) {
  const alive = useHydrated();
  const touched = useTouched(block);
  const { state, pending, send } = usePlainSubmission(forgetting(block, copyKey));
  const [asking, setAsking] = useState(false);
  const label = restoreLabel(block, standing);
  if (standing.shown && !touched) return null;
  const restore = () => {
    const entries = new FormData();
    entries.set("block", block);
    send(entries);
  };
  const button = {
    variant: "secondary",
    size: "small",
    icon: <Undo2 aria-hidden size={18} />,
    "aria-label": `${label} : ${title}`,
  } as const;
  return (
    <div className="space-y-2">
      <p className="text-ink-soft">
        {standing.waits
          ? "Le formulaire dit autre chose que votre dernier envoi, qui attend d’être vérifié."
          : "Le formulaire dit autre chose que ce qui est en vigueur."}
      </p>
      {alive ? (
        <Button {...button} pending={pending} aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {label}
        </Button>
      ) : (
        <Button
          {...button}
          type="submit"
          name="remettre"
          value={block}
          formAction={paths.api.dossierForm}
          formEncType="multipart/form-data"
        >
          {label}
        </Button>
      )}
      <div role="status">{state.status === "refused" && <Alert tone="danger" title={state.message} />}</div>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={`${label} ?`}
            body={<RestoreWords standing={standing} />}
            confirmLabel="Remettre"
            onConfirm={restore}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What was typed of the block and could not be saved does not come back either, once the page is drawn anew. */
const forgetting =
  (block: DossierBlock, copyKey: string): FormAction =>
  async (before, entries) => {
    try {
      return await restoreBlockAction(before, entries);
    } catch (error) {
      const names = dossierSpecs[block].fields.map(({ name }) => name);
      if (leadsElsewhere(error)) dropFields(copyKey, names);
      throw error;
    }
  };

/** Done, an action throws the way to the next page. */
function leadsElsewhere(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

/** Something was typed in the block since the page was drawn. */
function useTouched(block: DossierBlock): boolean {
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    const section = document.getElementById(block);
    const follow = () => setTouched(true);
    section?.addEventListener("input", follow);
    return () => section?.removeEventListener("input", follow);
  }, [block]);
  return touched;
}
