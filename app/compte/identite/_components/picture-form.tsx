"use client";

import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { useHydrated } from "@/components/form/use-hydrated";
import type { Upload } from "@/components/form/use-upload";
import { toast } from "@/components/ui/announce";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { idle } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";
import { uploadFile } from "@/lib/files/upload-client";
import { removePictureAction, setPictureAction } from "../actions";

interface PictureFormProps {
  readonly name: string;
  readonly pictureFileId: string | null;
  readonly rules: FileRules;
}

/** Sends the picture with its progress, then shows it on the account: one act for the person. */
const sendPicture: Upload = async (file, { signal, onProgress }) => {
  const sent = await uploadFile("account_picture", file, { signal, onProgress });
  const entries = new FormData();
  entries.set("fileId", sent.id);
  const state = await setPictureAction(idle, entries);
  if (state.status === "refused") throw new Error(state.message);
  return { ...sent, previewHref: paths.api.file(sent.id) };
};

/** The picture: sent at once with JavaScript; without it, a plain form posts the file and comes back here (TR-41). */
export function PictureForm({ name, pictureFileId, rules }: PictureFormProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  const shown = (message: string) => {
    toast(message);
    router.refresh();
  };
  return (
    <div className="flex max-w-xl flex-wrap items-start gap-6">
      <Avatar name={name} src={pictureFileId === null ? undefined : paths.api.file(pictureFileId)} size="large" />
      <div className="min-w-0 flex-[1_1_18rem] space-y-4">
        <form
          method="post"
          action={paths.api.upload("account_picture", { retour: paths.account.identity })}
          encType="multipart/form-data"
          className="space-y-4"
        >
          <FileField
            key={pictureFileId}
            name="file"
            label={pictureFileId === null ? "Ajouter une photo" : "Changer de photo"}
            rules={rules}
            upload={sendPicture}
            onUploaded={(file) => {
              if (file !== null) shown("Votre photo est enregistrée.");
            }}
          />
          {!hydrated && (
            <Button type="submit" variant="secondary">
              Enregistrer la photo
            </Button>
          )}
        </form>
        {pictureFileId !== null && (
          <ActionButton
            action={removePictureAction}
            variant="secondary"
            confirm={{
              title: "Retirer votre photo ?",
              body: "Le fichier est supprimé. Vos initiales prendront sa place.",
              confirmLabel: "Retirer la photo",
            }}
            onDone={(_data, message) => {
              shown(message);
            }}
          >
            Retirer la photo
          </ActionButton>
        )}
      </div>
    </div>
  );
}
