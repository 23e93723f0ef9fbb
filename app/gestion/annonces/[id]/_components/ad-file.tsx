"use client";

import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { useHydrated } from "@/components/form/use-hydrated";
import type { Upload } from "@/components/form/use-upload";
import { toast } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { idle } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";
import { uploadFile } from "@/lib/files/upload-client";
import { removeAdFileAction, setAdFileAction } from "../../actions";

interface Props {
  readonly adId: string;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly rules: FileRules;
}

/** The file of an ad: sent at once with JavaScript; without it, a plain form posts the file and comes back here (TR-41). */
export function AdFile({ adId, file, rules }: Props) {
  const router = useRouter();
  const hydrated = useHydrated();
  const shown = (message: string) => {
    toast(message);
    router.refresh();
  };
  const send: Upload = async (chosen, { signal, onProgress }) => {
    const sent = await uploadFile("ad_attachment", chosen, { signal, onProgress: (done) => onProgress(done * 100) });
    const entries = new FormData();
    entries.set("adId", adId);
    entries.set("fileId", sent.id);
    const state = await setAdFileAction(idle, entries);
    if (state.status === "refused") throw new Error(state.message);
    return { ...sent, previewHref: paths.api.file(sent.id) };
  };
  return (
    <div className="max-w-xl space-y-4">
      {file !== null && (
        <div className="flex flex-wrap items-center gap-4">
          <a className="link break-all" href={paths.api.file(file.id)}>
            {file.name}
          </a>
          <ActionButton
            action={removeAdFileAction}
            fields={{ adId }}
            variant="secondary"
            size="small"
            confirm={{
              title: "Retirer le fichier ?",
              body: "Il est supprimé, et n’est plus proposé sur la page de l’annonce.",
              confirmLabel: "Retirer le fichier",
            }}
            onDone={(_data, message) => {
              shown(message);
            }}
          >
            Retirer le fichier
          </ActionButton>
        </div>
      )}
      <form
        method="post"
        action={paths.api.upload("ad_attachment", { retour: paths.manage.ad(adId), pour: adId })}
        encType="multipart/form-data"
        className="space-y-4"
      >
        <FileField
          key={file?.id}
          name="file"
          label={file === null ? "Joindre un fichier" : "Remplacer le fichier"}
          rules={rules}
          upload={send}
          onUploaded={(sent) => {
            if (sent !== null) shown("Le fichier est joint à l’annonce.");
          }}
        />
        {!hydrated && (
          <Button type="submit" variant="secondary">
            Joindre le fichier
          </Button>
        )}
      </form>
    </div>
  );
}
