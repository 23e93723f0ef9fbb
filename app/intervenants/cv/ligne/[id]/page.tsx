import { redirect } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { problemsOf } from "@/lib/trainers/profile/checks";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { readOwnLine } from "@/lib/trainers/profile/read-own-cv";
import { attachDiplomaAction, removeDiplomaAction } from "../../actions";
import { CvFileForm } from "@/components/trainers/wizard/file-form";
import { LineForm } from "../../_components/line-form";

export const metadata = titled("Mon CV");

/** One line of a table of the CV, on its own screen (EI-29). */
export default page(
  { name: "trainers.cv_line", policy: "signed_in", application: "intervenants" },
  async (ctx, { params, searchParams }) => {
    if (ctx.actor.kind !== "account") throw absent();
    const [line, lists] = await Promise.all([readOwnLine(ctx, params["id"] ?? ""), readLists(ctx)]);
    if (line.state === "submitted" || line.state === "archived") redirect(paths.trainers.cv());
    const { title, fields, withFile } = lineTableOf(line.kind);
    const problems = text(searchParams["verifier"]) === undefined ? [] : problemsOf(fields, line.answers, { lists, now: ctx.now });
    return (
      <>
        <Breadcrumb
          parents={[
            { label: "Mon CV", href: paths.trainers.cv() },
            { label: "Mon parcours", href: paths.trainers.cvPage("parcours") },
          ]}
          current={title}
        />
        <PageHeader title={title} />
        <div className="max-w-3xl space-y-8">
          <LineForm
            kind={line.kind}
            lineId={line.id}
            answers={line.answers}
            lists={{ specialties: lists.specialties, subSpecialties: lists.subSpecialties }}
            owner={ctx.actor.accountId}
            knownErrors={Object.fromEntries(problems.map(({ field, label, message }) => [field, [`${label} : ${message}`]]))}
          />
          {withFile === true && (
            <section aria-labelledby="titre-diplome" className="space-y-4 border-t border-line pt-6">
              <h2 id="titre-diplome" className="text-xl">
                Diplôme
              </h2>
              <CvFileForm
                place="trainer_diploma"
                label="Joindre le diplôme"
                rules={fileRulesOf("trainer_diploma")}
                current={line.file}
                target={line.id}
                attach={attachDiplomaAction}
                remove={removeDiplomaAction}
                removeFields={{ lineId: line.id }}
                returnTo={paths.trainers.cvLine(line.id)}
              />
            </section>
          )}
        </div>
      </>
    );
  },
);
