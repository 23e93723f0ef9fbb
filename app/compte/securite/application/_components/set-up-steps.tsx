import { CopyButton } from "@/components/ui/copy-button";
import { spacedSecret } from "@/lib/accounts/second-factor/rules";
import { QrCode } from "./qr-code";

/** What the application must receive: by scanning, by a link on the same phone, or by hand. */
export function SetUpSteps({ secret, address }: { readonly secret: string; /** otpauth:// */ readonly address: string }) {
  return (
    <div className="grid gap-6 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <QrCode text={address} label="Code QR à scanner avec votre application de codes" />
      <div className="min-w-0 space-y-4">
        <p>
          <strong>Scannez ce code</strong> depuis l’application de votre téléphone : « Ajouter un compte », puis « Scanner un code QR ».
        </p>
        <p>
          Sur ce téléphone même :{" "}
          <a href={address} className="link inline-flex min-h-6 items-center font-semibold">
            ouvrir dans l’application
          </a>
        </p>
        <div>
          <p>Ou saisissez cette clé à la main, avec le type « basé sur l’heure » :</p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <code className="rounded-md bg-surface-sunken px-3 py-2 font-mono break-words">{spacedSecret(secret)}</code>
            <CopyButton text={secret} label="Copier" what="la clé" />
          </p>
        </div>
      </div>
    </div>
  );
}
