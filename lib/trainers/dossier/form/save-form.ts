import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { type Change, changesBetween } from "../../profile/merge";
import { readLists } from "../../profile/read-lists";
import { wordsOf } from "../../profile/rules";
import { mutable, posted } from "../../profile/save-page";
import type { Answers } from "../../profile/vocabulary";
import { dossierFields, dossierSpecs } from "../blocks.data";
import { needOf } from "../needs.data";
import { saveDraft } from "../save-draft";
import { sendDossier } from "../send-dossier";
import { dossierBlocks } from "../vocabulary";
import { type DossierFormInput, erasing, isMask } from "./schemas";

/** The form posted whole, by "Transmettre" or with JavaScript off: first kept, then sent if that is asked (EI-65). */
export async function saveForm(ctx: Ctx, input: DossierFormInput): Promise<void> {
  await keepForm(ctx, input);
  if (input.then === "send") await sendDossier(ctx);
}

/** Keeps all that changed since the page was shown. What another tab changed meanwhile is told, and nothing of it lost. */
export async function keepForm(ctx: Ctx, { seen, then: _then, ...typed }: DossierFormInput): Promise<void> {
  const changes = changesOf(seen, typed);
  if (changes.length === 0) return;
  const { conflicts } = await saveDraft(ctx, { changes });
  if (conflicts.length === 0) return;
  const lists = await readLists(ctx);
  const said = conflicts.map(({ field, theirs }) => {
    const spec = dossierFields.get(field);
    const mine = spec?.sealed === true ? "" : ` Vous aviez saisi « ${wordsOf(spec, typed[field] ?? "", lists)} ».`;
    return [field, [`${spec?.label ?? field} : « ${wordsOf(spec, theirs, lists)} » a été enregistré ailleurs.${mine}`]] as const;
  });
  throw new Refusal(
    "conflict",
    "Un autre onglet ou un autre appareil a changé des réponses de cette page. Vos autres réponses sont enregistrées ; rechargez la page pour voir celles-ci.",
    Object.fromEntries(said),
  );
}

/** An empty field whose number was shown masked was not touched, unless the box "effacer" is ticked. */
function changesOf(seen: Answers, typed: Answers): Change[] {
  const answers = { ...seen, ...typed };
  const fields = dossierBlocks.filter((block) => needOf(block, answers) !== "absent").flatMap((block) => dossierSpecs[block].fields);
  const known = new Set([...posted(fields, seen, typed), ...Object.keys(typed).filter((name) => dossierFields.has(name))]);
  return changesBetween(seen, typed, [...known])
    .filter(({ field, from, to }) => to !== "" || !isMask(from) || typed[erasing(field)] === "on")
    .map(mutable);
}
