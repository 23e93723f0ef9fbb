import { CenteredPanel } from "@/components/shell/centered-panel";
import { Alert } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { SupportLine } from "@/components/ui/support-line";
import { readWaiting } from "@/lib/accounts/registration/read-waiting";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { CodeForm } from "./_components/code-form";
import { ResendForm } from "./_components/resend-form";

export const metadata = titled("Confirmer mon inscription");

export default page({ name: "registration.waiting", policy: "visitor" }, async (ctx, { searchParams }) => {
  const requestId = text(searchParams["demande"]);
  const waiting = requestId === undefined ? null : await readWaiting(ctx, requestId);
  if (requestId === undefined || waiting === null) throw absent();
  const { supportPhone, supportHours } = await readInstitution(ctx);
  return (
    <CenteredPanel title="Confirmez votre inscription" after={<SupportLine phone={supportPhone} hours={supportHours} />}>
      <Alert tone="success" title="Votre inscription a été prise en compte.">
        Vous devez la confirmer grâce au courriel qui vous a été transmis. Ouvrez le lien qu’il contient, ou saisissez ici son code.
      </Alert>
      <div className="mt-6">
        <CodeForm requestId={requestId} />
      </div>
      <div className="mt-6 border-t border-line pt-5">
        <Disclosure title="Vous n’avez pas reçu le courriel ?">
          <ul className="mb-4 list-disc space-y-1 pl-5">
            <li>Attendez quelques minutes : certaines messageries retiennent les courriels.</li>
            <li>Regardez dans les courriers indésirables.</li>
            <li>Vérifiez que l’adresse saisie est la bonne ; sinon, recommencez l’inscription.</li>
          </ul>
          <ResendForm requestId={requestId} />
        </Disclosure>
      </div>
    </CenteredPanel>
  );
});
