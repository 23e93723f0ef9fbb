import { readForm } from "@/app/api/files/plain-form";
import type { Ctx } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { fieldErrorsOf } from "@/lib/entry/action";
import { readFields } from "@/lib/entry/form-data";
import { refusalPage } from "@/lib/entry/refusal-page";
import { route } from "@/lib/entry/route";
import { receiveFile } from "@/lib/files/receive-file";
import { keepForm } from "@/lib/trainers/dossier/form/save-form";
import { dossierFormInput } from "@/lib/trainers/dossier/form/schemas";
import { sendDossier } from "@/lib/trainers/dossier/send-dossier";
import { setPiece } from "@/lib/trainers/dossier/set-piece";
import { dossierSlots } from "@/lib/trainers/dossier/vocabulary";

/** Four files of the longest kind in one sending. */
const longestBody = 20_000_000;
const tooLong = new Refusal(
  "invalid",
  "Ces fichiers sont trop lourds pour partir ensemble (20 Mo au plus). Revenez en arrière et enregistrez-les un par un.",
);

/**
 * The administrative file posted whole by a browser that runs no script (TR-41): answers and files in one sending, so that
 * joining a file never loses what was typed. `retirer` names the place of a file to take off, `remettre` a block to be put back as it is
 * in force.
 */
export const POST = route(
  { name: "trainers.dossier_form", policy: "signed_in", application: "intervenants", limit: { points: 30, per: 60, by: "account" } },
  async (ctx, request) => {
    try {
      const form = await readForm(request, longestBody, tooLong);
      return await keepAll(ctx, form);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  },
);

async function keepAll(ctx: Ctx, form: FormData): Promise<Response> {
  const files = dossierSlots.flatMap((slot) => {
    const file = form.get(slot);
    form.delete(slot);
    return file instanceof File && file.size > 0 ? [{ slot, file }] : [];
  });
  const [removed, restored] = [form.get("retirer"), form.get("remettre")];
  form.delete("retirer");
  form.delete("remettre");
  const parsed = dossierFormInput.safeParse(readFields(form));
  if (!parsed.success) throw new Refusal("invalid", "Ces réponses n’ont pas pu être lues.", fieldErrorsOf(parsed.error));
  // What was typed first: a file that is refused must not take it along.
  await keepForm(ctx, parsed.data);
  for (const { slot, file } of files) {
    const { id } = await receiveFile(ctx, { place: "dossier_piece", name: file.name, body: file.stream(), announcedBytes: file.size });
    await setPiece(ctx, { slot, fileId: id });
  }
  if (typeof removed === "string") await setPiece(ctx, { slot: removed, fileId: null });
  // Asked first what would be lost: by the page itself.
  if (typeof restored === "string") return backTo(paths.trainers.dossier({ remettre: restored }));
  if (typeof removed === "string" || parsed.data.then === "stay") return backTo(paths.trainers.dossier({ message: "enregistre" }));
  try {
    await sendDossier(ctx);
  } catch (error) {
    // Said beside each field, by the page itself.
    if (error instanceof Refusal && Object.keys(error.fieldErrors).length > 0) return backTo(paths.trainers.dossier({ verifier: "1" }));
    throw error;
  }
  return backTo(paths.trainers.dossier({ message: "transmis" }));
}

const backTo = (address: string) => new Response(null, { status: 303, headers: { Location: address, "Cache-Control": "no-store" } });

function refused(refusal: Refusal): Response {
  const details = Object.values(refusal.fieldErrors).flat();
  const whole = new Refusal(refusal.code, [refusal.message, ...details].join(" "));
  return refusalPage(whole, {
    title: "Votre dossier n’est pas enregistré entièrement",
    back: paths.trainers.dossier(),
    backLabel: "Revenir à mon dossier",
  });
}
