"use client";

import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
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

interface Props {
  readonly place: "trainer_cv" | "trainer_diploma";
  readonly label: string;
  readonly rules: FileRules;
  readonly current: { readonly id: string; readonly name: string } | null;
  /** What the file is for; empty for the CV. */
  readonly target: string;
  readonly attach: FormAction;
  readonly remove: FormAction;
  readonly removeFields: Readonly<Record<string, string>>;
  /** Where one comes back to without JavaScript. */
  readonly returnTo: string;
  readonly readOnly?: boolean;
}

/** A file joined to the CV: sent at once with its progress; without JavaScript, a plain form (TR-41). */
export function CvFileForm({ place, label, rules, current, target, attach, remove, removeFields, returnTo, readOnly = false }: Props) {
  const router = useRouter();
  const hydrated = useHydrated();
  const shown = (message: string) => {
    toast(message);
    router.refresh();
  };
  return (
    <div className="max-w-xl space-y-4">
      {current !== null && (
        <p>
          Fichier joint&nbsp;: <ExternalLink href={paths.api.file(current.id)}>{current.name}</ExternalLink>
        </p>
      )}
      {!readOnly && (
        <form
          method="post"
          action={paths.api.upload(place, { retour: returnTo, pour: target })}
          encType="multipart/form-data"
          className="space-y-4"
        >
          <FileField
            key={current?.id ?? "none"}
            name="file"
            label={current === null ? label : "Remplacer le fichier"}
            rules={rules}
            upload={async (file, { signal, onProgress }) => {
              const sent = await uploadFile(place, file, { signal, onProgress });
              const entries = new FormData();
              entries.set("fileId", sent.id);
              for (const [name, value] of Object.entries(removeFields)) entries.set(name, value);
              const state = await attach(idle, entries);
              if (state.status === "refused") throw new Error(state.message);
              return sent;
            }}
            onUploaded={(file) => {
              if (file !== null) shown("Votre fichier est enregistré.");
            }}
          />
          {!hydrated && (
            <Button type="submit" variant="secondary">
              Enregistrer le fichier
            </Button>
          )}
        </form>
      )}
      {current !== null && !readOnly && (
        <ActionButton
          action={remove}
          fields={removeFields}
          variant="secondary"
          size="small"
          confirm={{ title: "Retirer ce fichier ?", body: `« ${current.name} » sera supprimé.`, confirmLabel: "Retirer le fichier" }}
          onDone={(_data, message) => shown(message)}
        >
          Retirer le fichier
        </ActionButton>
      )}
    </div>
  );
}
