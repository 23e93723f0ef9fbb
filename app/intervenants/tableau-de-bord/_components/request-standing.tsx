import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { longDate, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { OwnCv } from "@/lib/trainers/profile/own-cv";
import { mustWait } from "@/lib/trainers/profile/rules";

interface Props {
  readonly cv: OwnCv;
  /** Share of what is asked for that is answered. */
  readonly percent: number;
  /** Things left to do before sending. */
  readonly left: number;
  readonly now: Date;
}

/** Where one's request is, and what comes next (EI-51). */
export function RequestStanding(props: Props) {
  const { cv } = props;
  if (cv.state === "validated")
    return (
      <Alert tone="success" title="Votre profil est validé : il est dans la CVthèque">
        <p>Les gestionnaires de toutes les structures peuvent vous trouver et vous contacter. Tenez-le à jour.</p>
      </Alert>
    );
  if (cv.state === "submitted")
    return (
      <Alert tone="info" title="Votre demande d’inscription est à l’étude">
        {cv.request !== null && (
          <p>Transmise le {longDate(cv.request.submittedAt)}. Vous recevrez un courriel dès qu’elle aura été étudiée.</p>
        )}
      </Alert>
    );
  if (cv.state === "archived")
    return (
      <Alert tone="warning" title="Votre profil est archivé">
        <p>Pour le rouvrir, écrivez à l’assistance, au bas de cette page.</p>
      </Alert>
    );
  if (cv.request?.state === "correction") return <Correction {...props} />;
  return cv.state === "rejected" ? <Rejected {...props} /> : <Draft {...props} />;
}

function Draft({ cv, percent, left, now }: Props) {
  return (
    <Alert tone="info" title={cv.profileId === null ? "Vous n’avez pas encore commencé votre CV" : "Votre CV n’est pas encore transmis"}>
      {cv.profileId === null ? (
        <p>
          Une fois validé par une structure, il vous permet de répondre aux annonces. Comptez environ 30 minutes, en une ou plusieurs fois.
        </p>
      ) : (
        <>
          <ProgressBar label="Réponses attendues" value={percent} />
          <p>
            {mustWait(cv, now)
              ? `Une demande faite avec votre adresse a déjà été étudiée : vous pourrez en présenter une nouvelle à partir du ${longDate(cv.mayRequestFrom)}.`
              : left === 0
                ? "Tout y est : il ne reste qu’à le transmettre."
                : `Il reste ${plural(left, "point à compléter", "points à compléter")} avant de le transmettre.`}
          </p>
        </>
      )}
      <p>
        <LinkButton href={paths.trainers.cv()}>{cv.profileId === null ? "Commencer mon CV" : "Reprendre mon CV"}</LinkButton>
      </p>
    </Alert>
  );
}

function Correction({ cv }: Props) {
  return (
    <Alert tone="warning" title="Des compléments vous sont demandés">
      <p>
        {plural(Object.keys(cv.remarks).length, "remarque")} de votre structure à lire. Complétez votre CV, puis transmettez-le à nouveau
        par le même bouton.
      </p>
      <p>
        <LinkButton href={paths.trainers.cv()}>Compléter mon CV</LinkButton>
      </p>
    </Alert>
  );
}

function Rejected({ cv, now }: Props) {
  const wait = mustWait(cv, now);
  return (
    <Alert tone="warning" title="Votre demande d’inscription n’a pas été retenue">
      {cv.request?.reason !== null && cv.request?.reason !== undefined && <p>Motif&nbsp;: {cv.request.reason}</p>}
      <p>
        {mustWait(cv, now)
          ? `Vous pourrez présenter une nouvelle demande à partir du ${longDate(cv.mayRequestFrom)}.`
          : "Vous pouvez présenter une nouvelle demande."}
      </p>
      {!wait && (
        <p>
          <LinkButton href={paths.trainers.cv()}>Reprendre mon CV</LinkButton>
        </p>
      )}
    </Alert>
  );
}
