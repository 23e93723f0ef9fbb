import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Stepper } from "@/components/ui/stepper";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { toDoOf } from "@/lib/trainers/profile/completeness";
import { blocksOf, type WizardPage, wizardPageLabels, wizardPages } from "@/lib/trainers/profile/fields.data";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";
import { listsFor } from "@/lib/trainers/profile/rules";
import { type LineKind, lineKinds } from "@/lib/trainers/profile/vocabulary";
import { attachCvFileAction, removeCvFileAction } from "../actions";
import { CvFileForm } from "@/components/trainers/wizard/file-form";
import { LineTable } from "../_components/line-table";
import { PageButtons, PageForm } from "../_components/page-form";

export const metadata = titled("Mon CV");

const isPage = (name: string): name is WizardPage => (wizardPages as readonly string[]).includes(name);

/** One of the two pages of the CV wizard (EI-23 to EI-31). */
export default page(
  { name: "trainers.cv_page", policy: "signed_in", application: "intervenants" },
  async (ctx, { params, searchParams }) => {
    const name = params["page"] ?? "";
    if (ctx.actor.kind !== "account" || !isPage(name)) throw absent();
    const [cv, lists] = await Promise.all([readOwnCv(ctx), readLists(ctx)]);
    if (cv.state === "submitted" || cv.state === "archived") redirect(paths.trainers.cv());
    const checking = text(searchParams["verifier"]) !== undefined;
    const toDo = checking ? toDoOf(cv, { lists, now: ctx.now }) : [];
    const knownErrors = Object.fromEntries(
      toDo.flatMap(({ page: where, target, message, label }) =>
        where === name && "field" in target ? [[target.field, [`${label} : ${message}`]]] : [],
      ),
    );
    const validated = cv.state === "validated";
    const problemOf = (kind: LineKind) => toDo.find(({ target }) => "table" in target && target.table === kind)?.message;
    const wanting = new Set(toDo.flatMap(({ target }) => ("lineId" in target ? [target.lineId] : [])));
    const table = (kind: LineKind, heading: "h2" | "h3" = "h3") => (
      <LineTable
        key={kind}
        kind={kind}
        lines={cv.lines.filter((line) => line.kind === kind)}
        lists={lists}
        problem={problemOf(kind)}
        wanting={wanting}
        remark={cv.remarks[kind]}
        heading={heading}
      />
    );
    return (
      <>
        <Breadcrumb parents={[{ label: "Mon CV", href: paths.trainers.cv() }]} current={wizardPageLabels[name]} />
        <PageHeader
          title={validated ? wizardPageLabels[name] : `Mon CV : ${wizardPageLabels[name].toLowerCase()}`}
          lead={
            validated
              ? "Votre profil est validé : ce que vous changez ici se voit aussitôt."
              : "Rien n’est obligatoire pour enregistrer : vous pouvez finir plus tard."
          }
        />
        {!validated && <Stepper label="Étapes du CV" steps={stepsOf(name)} />}
        <div className="max-w-3xl space-y-8">
          {name === "parcours" && table("specialty", "h2")}
          <PageForm
            page={name}
            answers={cv.answers}
            lists={listsFor(
              blocksOf[name].flatMap(({ fields }) => fields),
              lists,
            )}
            owner={ctx.actor.accountId}
            remarks={cv.remarks}
            {...(checking && { knownErrors })}
            validated={validated}
            locked={cv.immatriculation !== null}
            originAd={cv.originAd}
          />
          {name === "identification" && (
            <p className="text-ink-soft">
              Votre adresse électronique, qui est aussi votre identifiant, se change dans{" "}
              <TextLink href={paths.account.addresses}>Mon Compte</TextLink>.
            </p>
          )}
          {name === "parcours" && (
            <>
              <h2 id="tableaux" className="scroll-mt-6 text-xl">
                Votre parcours, ligne par ligne
              </h2>
              {lineKinds.filter((kind) => kind !== "specialty").map((kind) => table(kind))}
              <section aria-labelledby="titre-cv" className="space-y-4 border-t border-line pt-6">
                <h3 id="titre-cv" className="text-lg">
                  Joindre votre CV
                </h3>
                <CvFileForm
                  place="trainer_cv"
                  label="Votre CV"
                  rules={fileRulesOf("trainer_cv")}
                  current={cv.cvFile}
                  target=""
                  attach={attachCvFileAction}
                  remove={removeCvFileAction}
                  removeFields={{}}
                  returnTo={paths.trainers.cvPage("parcours")}
                />
              </section>
            </>
          )}
          <PageButtons page={name} validated={validated} />
        </div>
      </>
    );
  },
);

const stepsOf = (current: WizardPage) => [
  ...wizardPages.map((name) => ({
    label: wizardPageLabels[name],
    state: name === current ? ("current" as const) : name === "identification" ? ("done" as const) : ("todo" as const),
    href: paths.trainers.cvPage(name),
  })),
  { label: "Vérifier et transmettre", state: "todo" as const, href: paths.trainers.cv() },
];
