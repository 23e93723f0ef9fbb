import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { percentDone, toDoOf } from "@/lib/trainers/profile/completeness";
import type { OwnCv } from "@/lib/trainers/profile/own-cv";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";
import { mustWait } from "@/lib/trainers/profile/rules";
import { submitProfileAction } from "./actions";
import { RemarkList } from "./_components/remark-list";
import { ToDoList } from "./_components/to-do-list";

export const metadata = titled("Mon CV");

/** One's CV: how whole it is, what is missing, with links; sending it; where the request is (EI-32, EI-33, EI-40, EI-41). */
export default page({ name: "trainers.cv", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const [cv, lists] = await Promise.all([readOwnCv(ctx), readLists(ctx)]);
  const message = text(searchParams["message"]);
  return (
    <>
      <PageHeader title="Mon CV" lead={leadOf(cv)} />
      <div className="max-w-3xl space-y-8">
        {message === "candidature" && (
          <Alert tone="success" role="status" title="Votre candidature est gardée.">
            <p>
              Elle part d’elle-même quand votre profil est validé. Vous la retrouvez dans{" "}
              <TextLink href={paths.trainers.applications()}>mes réponses aux annonces</TextLink>.
            </p>
          </Alert>
        )}
        <Notice cv={cv} message={message} now={ctx.now} />
        {cv.state === "draft" || cv.state === "rejected" ? (
          <Draft cv={cv} toDo={toDoOf(cv, { lists, now: ctx.now })} percent={percentDone(cv, { lists, now: ctx.now })} now={ctx.now} />
        ) : (
          <Kept validated={cv.state === "validated"} />
        )}
      </div>
    </>
  );
});

function leadOf({ state, profileId }: OwnCv): string {
  if (state === "validated") return "Votre profil est dans la CVthèque : tenez-le à jour.";
  if (state === "submitted") return "Votre demande d’inscription est à l’étude.";
  if (state === "archived") return "Votre profil est archivé.";
  return profileId === null
    ? "Environ 30 minutes, en une ou plusieurs fois. Ayez sous la main votre CV, vos diplômes et vos attestations de formation."
    : "Reprenez où vous en étiez : tout ce que vous avez saisi est là.";
}

/** What has just happened, or where the request is. */
function Notice({ cv, message, now }: { readonly cv: OwnCv; readonly message: string | undefined; readonly now: Date }) {
  if (cv.state === "submitted")
    return (
      <Alert tone="success" {...(message === "transmis" && { role: "status" as const })} title="Votre dossier a bien été transmis.">
        <p>Une fois votre demande étudiée, vous recevrez un courriel de suivi. D’ici là, votre CV se lit, mais ne se modifie pas.</p>
        {cv.request !== null && <p>Transmis la première fois le {longDate(cv.request.submittedAt)}.</p>}
      </Alert>
    );
  if (cv.state === "archived")
    return (
      <Alert tone="warning" title="Votre demande a été archivée.">
        <p>Elle n’a pas eu de suite dans le délai annoncé. Pour la rouvrir, écrivez à l’assistance, au bas de cette page.</p>
      </Alert>
    );
  if (cv.state === "rejected")
    return (
      <Alert tone="warning" title="Votre demande d’inscription n’a pas été retenue.">
        {cv.request?.reason !== null && cv.request?.reason !== undefined && <p className="whitespace-pre-line">{cv.request.reason}</p>}
        {mustWait(cv, now) && (
          <p>Vous pourrez présenter une nouvelle demande à partir du {longDate(cv.mayRequestFrom)}. Votre CV est conservé d’ici là.</p>
        )}
      </Alert>
    );
  if (Object.keys(cv.remarks).length > 0)
    return <RemarkList remarks={cv.remarks} archivedFrom={cv.archivedFrom && longDate(cv.archivedFrom)} />;
  if (message === "incomplet")
    return (
      <Alert tone="danger" role="alert" title="Votre demande n’est pas encore partie.">
        <p>Vos réponses sont enregistrées. Complétez ce qui suit, puis transmettez.</p>
      </Alert>
    );
  if (cv.state === "draft" && mustWait(cv, now))
    return (
      <Alert tone="info" title="Une demande d’inscription faite avec votre adresse a déjà été étudiée.">
        <p>Vous pourrez en présenter une nouvelle à partir du {longDate(cv.mayRequestFrom)}. D’ici là, vous pouvez remplir votre CV.</p>
      </Alert>
    );
  return null;
}

interface DraftProps {
  readonly cv: OwnCv;
  readonly toDo: ReturnType<typeof toDoOf>;
  readonly percent: number;
  readonly now: Date;
}

function Draft({ cv, toDo, percent, now }: DraftProps) {
  const tooEarly = mustWait(cv, now);
  return (
    <>
      <ProgressBar label="Ce qui est demandé et rempli" value={percent} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={paths.trainers.cvPage("identification")}>{cv.profileId === null ? "Commencer" : "Identification"}</LinkButton>
        <LinkButton href={paths.trainers.cvPage("parcours")} variant="secondary">
          Mon parcours
        </LinkButton>
        <LinkButton href={paths.trainers.cvImport} variant="secondary">
          Partir de mon CV (PDF, DOCX)
        </LinkButton>
        <LinkButton href={paths.trainers.cvPreview} variant="quiet">
          Aperçu
        </LinkButton>
      </div>
      <ToDoList toDo={toDo} />
      {toDo.length === 0 && !tooEarly && (
        <ActionButton
          action={submitProfileAction}
          size="large"
          confirm={{
            title: "Transmettre votre demande d’inscription ?",
            body: "Votre structure de rattachement va l’étudier. Jusqu’à sa décision, votre CV ne se modifie plus.",
            confirmLabel: "Transmettre",
          }}
        >
          Transmettre ma demande d’inscription
        </ActionButton>
      )}
    </>
  );
}

function Kept({ validated }: { readonly validated: boolean }) {
  return (
    <div className="flex flex-wrap gap-3">
      {validated && (
        <>
          <LinkButton href={paths.trainers.cvPage("parcours")}>Mon parcours</LinkButton>
          <LinkButton href={paths.trainers.cvPage("identification")} variant="secondary">
            Mes informations
          </LinkButton>
        </>
      )}
      <LinkButton href={paths.trainers.cvPreview} variant={validated ? "quiet" : "primary"}>
        Voir mon CV
      </LinkButton>
    </div>
  );
}
