import { Alert } from "@/components/ui/alert";
import { dateTime } from "@/lib/core/format";
import { textOf } from "@/lib/trainers/profile/rules";
import type { StudiedVersion } from "@/lib/trainers/dossier/study/read-studied";

interface Props {
  readonly version: StudiedVersion;
  readonly former: StudiedVersion | null;
  readonly now: Date;
  readonly me: string | null;
}

/** A change of IBAN is told, held and agreed by two (EI-106): what is still to come, and from when. */
export function BankChange({ version, former, now, me }: Props) {
  const { heldUntil, approvedAt, approvedBy } = version;
  const held = heldUntil !== null && heldUntil > now;
  const first = version.reviews.find(({ decision }) => decision === "approved");
  return (
    <Alert tone="warning" title="Changement d’IBAN : deux accords et un délai">
      <p>
        Ancien IBAN : {former === null ? "aucun" : textOf(former.answers, "iban")}. Nouveau : {textOf(version.answers, "iban")}. La personne
        en a été prévenue à toutes ses adresses enregistrées.
      </p>
      <ul className="list-disc pl-5">
        <li>
          {approvedAt === null
            ? "Premier accord : à donner."
            : `Premier accord : ${approvedBy === me ? "vous" : (first?.by ?? "donné")}, le ${dateTime(approvedAt)}.`}
        </li>
        <li>
          {approvedAt !== null && approvedBy === me
            ? "Second accord : une autre personne doit le donner."
            : "Second accord : par une autre personne que la première."}
        </li>
        {heldUntil !== null && (
          <li>{held ? `Validation possible à partir du ${dateTime(heldUntil)}.` : `Délai passé depuis le ${dateTime(heldUntil)}.`}</li>
        )}
      </ul>
    </Alert>
  );
}
