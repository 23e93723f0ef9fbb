import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import { printOf, readRows, readSurroundings, takeLists } from "./reference-rows";
import { faultsOf, keyOf } from "./rules";
import type { ReferenceInput, SaveReferenceInput, SetActiveInput } from "./schemas";
import { insertRow, updateRow } from "./write-row";

/** Adds a line to a list, or changes it (AD-09). Whoever edits what another has changed meanwhile is told, and keeps what was typed. */
export function saveReference(ctx: Ctx, { seen, ...typed }: SaveReferenceInput): Promise<{ key: string; added: boolean }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageReferences(tx.actor));
    await takeLists(tx);
    const row: ReferenceInput = { ...typed, active: true };
    const key = keyOf(row);
    const [known] = await readRows(tx, row.list, key);
    if (seen === undefined && known !== undefined)
      throw invalid({ [row.list === "employers" ? "siret" : "code"]: ["Cette ligne existe déjà dans la liste : modifiez-la."] });
    if (seen !== undefined && known === undefined) throw absent();
    if (known !== undefined && seen !== printOf(known))
      throw new Refusal(
        "conflict",
        "Cette ligne a été modifiée entre-temps par une autre personne. Ouvrez-la dans un autre onglet pour comparer : ce que vous avez saisi est conservé ici.",
      );
    const faults = faultsOf(row, await readSurroundings(tx, await readRows(tx, row.list)));
    if (Object.keys(faults).length > 0) throw invalid(faults);
    if (known === undefined) await insertRow(tx, row);
    else await updateRow(tx, { ...row, active: known.active });
    await tell(tx, known === undefined ? "reference.add" : "reference.change", row.list, key);
    return { key, added: known === undefined };
  });
}

/** Takes a line out of what is proposed, or back in; what bears it already keeps it, so nothing is ever deleted (AD-09). */
export function setReferenceActive(ctx: Ctx, { list, key, active }: SetActiveInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageReferences(tx.actor));
    const [known] = await readRows(tx, list, key);
    if (known === undefined) throw absent();
    if (known.active === active) return;
    await updateRow(tx, { ...known, active });
    await tell(tx, active ? "reference.restore" : "reference.retire", list, key);
  });
}

const tell = (tx: TxCtx, action: string, list: string, key: string) =>
  audit(tx, { action, subject: { type: "reference", id: `${list} ${key}` }, details: { list, key } });

const invalid = (faults: Record<string, string[]>) => new Refusal("invalid", "Certaines réponses sont à corriger.", faults);
